package dev.drover.scheduler.engine;

import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.InboxMessage;
import java.util.List;

/** The log in memory keeps the promises of the real one, so what is tested over it means something. */
class MemoryBrokerTest extends ZoneLogContract {
    private final MemoryBroker broker = new MemoryBroker();

    @Override
    protected ZoneLog log() {
        return broker.log();
    }

    @Override
    protected void tell(List<InboxMessage> messages) {
        messages.forEach(broker::tell);
    }

    @Override
    protected void tellNonsense() {
        broker.tellNonsense();
    }

    @Override
    protected List<CommandMessage> commands() {
        return broker.commands();
    }

    @Override
    protected List<String> deadLetters() {
        return broker.deadLetters().stream()
                .map(letter -> letter.rejection().why())
                .toList();
    }
}
