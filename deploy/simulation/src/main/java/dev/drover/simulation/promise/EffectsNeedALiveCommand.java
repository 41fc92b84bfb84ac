package dev.drover.simulation.promise;

import dev.drover.schema.id.MessageId;
import dev.drover.schema.message.CommandMessage;
import dev.drover.simulation.witness.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** I10: an agent does nothing but what a command in the log says, and nothing after that command has expired. */
final class EffectsNeedALiveCommand implements Promise {
    private final TreeMap<MessageId, CommandMessage> commands = new TreeMap<>();

    @Override
    public String id() {
        return "I10";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        return switch (happening) {
            case Happening.Committed committed -> {
                committed
                        .commands()
                        .forEach(command -> commands.put(command.head().id(), command));
                yield List.of();
            }
            case Happening.Executed executed -> check(executed);
            default -> List.of();
        };
    }

    private List<String> check(Happening.Executed executed) {
        List<String> broken = new ArrayList<>();
        CommandMessage command = executed.command();
        if (!Optional.of(command)
                .equals(Optional.ofNullable(commands.get(command.head().id())))) {
            broken.add(executed.host() + " carries out what is not in the log: " + command);
        }
        if (executed.clocksAgree() && executed.at().isAfter(command.mark().expiresAt())) {
            broken.add(executed.host() + " carries out at " + executed.at() + " what has expired: " + command);
        }
        return broken;
    }
}
