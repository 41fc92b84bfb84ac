package dev.drover.scheduler.engine;

import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.scheduler.domain.zone.Decider;
import dev.drover.scheduler.domain.zone.Decision;
import dev.drover.scheduler.domain.zone.ZoneInput;
import dev.drover.schema.codec.DecodeError;
import dev.drover.schema.codec.Decoding;
import dev.drover.schema.event.InputSetAside;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.message.InboxMessage;
import dev.drover.schema.message.IntentMessage;
import dev.drover.schema.message.ReportMessage;
import dev.drover.schema.report.ReportMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A batch being made: dropped whole when it can't be committed. */
final class Work {
    private static final Logger LOG = LoggerFactory.getLogger(Work.class);

    private final Decider decider;
    private final List<Decision> decisions = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final List<ReportMark> heard = new ArrayList<>();
    private final Map<HostId, ReportMark> lastHeard = new HashMap<>();
    private final List<SnapshotRecord> snapshot = new ArrayList<>();
    private Optional<InboxOffset> read = Optional.empty();
    private ZoneState after;

    Work(Decider decider, ZoneState before) {
        this.decider = decider;
        this.after = before;
    }

    /** The state as it will be once this is committed. */
    ZoneState after() {
        return after;
    }

    /** Answers what stands in the inbox. One record that nothing can be made of must not stop the others. */
    void take(InboxRecord record, Instant now) {
        read = Optional.of(record.offset());
        switch (record.content()) {
            case Decoding.Decoded<InboxMessage>(InboxMessage message) ->
                objection(message).ifPresentOrElse(why -> putAside(record, why, now), () -> take(record, message, now));
            case Decoding.Undecodable<InboxMessage>(DecodeError error) -> putAside(record, Rejection.of(error), now);
        }
    }

    Work decide(ZoneInput input) {
        Decision decision = decider.decide(after, input);
        after = decision.after();
        decisions.add(decision);
        return this;
    }

    /** What follows from all inputs of the batch. */
    Work settle(Instant now) {
        return decide(new ZoneInput.Settle(read, heard, now));
    }

    Work with(List<SnapshotRecord> parts) {
        snapshot.addAll(parts);
        return this;
    }

    Batch batch() {
        return new Batch(
                read,
                decisions.stream().flatMap(one -> one.events().stream()).toList(),
                decisions.stream().flatMap(one -> one.commands().stream()).toList(),
                deadLetters,
                snapshot);
    }

    private void take(InboxRecord record, InboxMessage message, Instant now) {
        try {
            switch (message) {
                case ReportMessage report when isOvertaken(report.mark()) -> {}
                case ReportMessage report -> {
                    decide(new ZoneInput.Told(record.offset(), report, now));
                    heard.add(report.mark());
                    lastHeard.put(report.mark().host(), report.mark());
                }
                case IntentMessage intent -> decide(new ZoneInput.Told(record.offset(), intent, now));
            }
        } catch (RuntimeException mistake) { // of ours: it is put aside for us to look at, and the zone goes on
            LOG.error("inbox record {} of zone {} can't be dealt with", record.offset(), after.zone(), mistake);
            putAside(record, Rejection.of(mistake), now);
        }
    }

    private static Optional<InputSetAside> objection(InboxMessage message) {
        return switch (message) {
            case ReportMessage report -> Rejection.of(report);
            case IntentMessage intent -> Optional.empty();
        };
    }

    /** What changed nothing counts in the state only at the end of the batch, and must not be undone before by older news. */
    private boolean isOvertaken(ReportMark mark) {
        ReportMark last = lastHeard.get(mark.host());
        return last != null && !mark.isAfter(last);
    }

    private void putAside(InboxRecord record, InputSetAside rejection, Instant now) {
        decide(new ZoneInput.Nonsense(record.offset(), rejection, now));
        deadLetters.add(new DeadLetter(record.offset(), rejection, record.raw()));
    }
}
