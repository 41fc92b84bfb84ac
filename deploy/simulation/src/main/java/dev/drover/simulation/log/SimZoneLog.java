package dev.drover.simulation.log;

import dev.drover.scheduler.engine.Batch;
import dev.drover.scheduler.engine.CommitResult;
import dev.drover.scheduler.engine.InboxRecord;
import dev.drover.scheduler.engine.ZoneHaltedException;
import dev.drover.scheduler.engine.ZoneHistory;
import dev.drover.scheduler.engine.ZoneLog;
import dev.drover.scheduler.engine.ZoneLogException;
import dev.drover.schema.codec.DecodeError;
import dev.drover.schema.codec.Decoding;
import dev.drover.schema.codec.MessageCodec;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.LogPosition;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.message.InboxMessage;
import dev.drover.simulation.time.Chance;
import dev.drover.simulation.time.Machine;
import dev.drover.simulation.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A zone's log as one node reaches it. Every call takes virtual time, in which the rest of the world goes on. */
public final class SimZoneLog implements ZoneLog {
    private static final MessageCodec CODEC = new MessageCodec();
    private static final int MAX_INPUTS = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(15);

    private final SimTopics topics;
    private final NodeId node;
    private final Machine machine;
    private final VirtualTime time;
    private final Chance chance;
    private final SimZoneHistory history;
    private long number;
    private int next;

    /** For a node that runs on {@code machine}. */
    public SimZoneLog(SimTopics topics, NodeId node, Machine machine, VirtualTime time, Chance chance) {
        this.topics = topics;
        this.node = node;
        this.machine = machine;
        this.time = time;
        this.chance = chance;
        this.history = new SimZoneHistory(topics, machine);
    }

    @Override
    public void fence() {
        takesAMoment();
        if (!machine.isHeard()) {
            givesUp("taking over");
        }
        number = topics.fence();
        if (!machine.hears()) {
            givesUp("taking over");
        }
    }

    @Override
    public ZoneHistory history() {
        return history;
    }

    @Override
    public void readFrom(Optional<InboxOffset> last) {
        next = last.map(offset -> Math.toIntExact(offset.value()) + 1).orElse(0);
        if (topics.answered() > next) {
            throw new ZoneHaltedException("zone " + topics.zone() + " stops: the inputs at offsets " + next + " to "
                    + (topics.answered() - 1) + " were answered, but the answers are not in the log");
        }
    }

    @Override
    public List<InboxRecord> poll(Duration wait) {
        if (topics.troubles().isSlow(time.now())) {
            takesAMoment();
        }
        List<InboxRecord> records = new ArrayList<>();
        boolean reachable = machine.hears() && machine.isHeard();
        while (reachable && next < topics.inboxSize() && records.size() < MAX_INPUTS) {
            records.add(read(next++));
        }
        return records;
    }

    @Override
    public CommitResult commit(Batch batch) {
        Instant began = time.now();
        takesAMoment();
        if (!machine.isHeard()) {
            machine.waits(PATIENCE);
            return new CommitResult.Lost("the broker could not be reached");
        }
        if (began.plus(TRANSACTION_TIMEOUT).isBefore(time.now()) && !topics.isFenced(number)) {
            topics.fence();
        }
        if (topics.isFenced(number)) {
            return new CommitResult.Lost("another owner has taken over");
        }
        return topics.troubles().take().map(trouble -> troubled(batch, trouble)).orElseGet(() -> written(batch));
    }

    @Override
    public void close() {
        history.close();
    }

    private CommitResult written(Batch batch) {
        Optional<LogPosition> end = topics.commit(batch, node);
        if (!machine.hears()) {
            machine.waits(PATIENCE);
            return new CommitResult.Lost("the broker did not say whether it committed");
        }
        machine.waits(chance.millis(1, 5));
        return new CommitResult.Committed(end);
    }

    private CommitResult troubled(Batch batch, CommitTroubles.Trouble trouble) {
        trouble.noted().run();
        switch (trouble.outcome()) {
            case ABORTED -> {
                topics.abort(batch);
                return new CommitResult.Aborted("the group has rebalanced");
            }
            case UNKNOWN_WRITTEN -> topics.commit(batch, node);
            case UNKNOWN_NOT_WRITTEN -> topics.abort(batch);
            case UNKNOWN_WRITTEN_LATE -> time.in(trouble.delay(), () -> late(batch));
        }
        machine.waits(chance.millis(500, 3_000));
        return new CommitResult.Lost("the broker did not say whether it committed");
    }

    private void late(Batch batch) {
        if (!topics.isFenced(number)) {
            topics.commit(batch, node);
        }
    }

    private InboxRecord read(int offset) {
        SimRecord record = topics.inboxAt(offset);
        return new InboxRecord(
                new InboxOffset(offset),
                record.raw(),
                record.read().then(CODEC::inbox).then(this::ours));
    }

    private Decoding<InboxMessage> ours(InboxMessage message) {
        return message.head().zone().equals(topics.zone())
                ? new Decoding.Decoded<>(message)
                : new Decoding.Undecodable<>(new DecodeError.InvalidValue(
                        "zone", "is " + message.head().zone() + ", but this partition belongs to " + topics.zone()));
    }

    private void takesAMoment() {
        boolean slow = topics.troubles().isSlow(time.now());
        machine.waits(slow ? chance.millis(200, 4_000) : chance.millis(2, 20));
    }

    private void givesUp(String doing) {
        machine.waits(PATIENCE);
        throw new ZoneLogException(doing + " zone " + topics.zone() + " failed: the broker did not answer");
    }
}
