package dev.drover.simulation.log;

import dev.drover.scheduler.domain.zone.Fleet;
import dev.drover.scheduler.engine.ZoneLog;
import dev.drover.scheduler.engine.ZoneLogContract;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.InboxMessage;
import dev.drover.simulation.time.Chance;
import dev.drover.simulation.time.Machine;
import dev.drover.simulation.time.VirtualTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;

/** The simulated log keeps the promises of the real one, so what is simulated over it means something. */
class SimZoneLogTest extends ZoneLogContract {
    private final VirtualTime time = new VirtualTime(Instant.EPOCH, () -> true);
    private final SimTopics topics = new SimTopics(Fleet.ZONE, happening -> {}, sha256());
    private int owners;

    @Override
    protected ZoneLog log() {
        String name = "node-" + ++owners;
        return new SimZoneLog(topics, new NodeId(name), new Machine(name, time), time, Chance.of(owners));
    }

    @Override
    protected void tell(List<InboxMessage> messages) {
        messages.forEach(topics::tell);
    }

    @Override
    protected void tellNonsense() {
        topics.tellGarbage(new byte[] {1, 2, 3});
    }

    @Override
    protected List<CommandMessage> commands() {
        return topics.commands();
    }

    @Override
    protected List<String> deadLetters() {
        return topics.deadLetters().stream()
                .map(letter -> letter.rejection().why())
                .toList();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
