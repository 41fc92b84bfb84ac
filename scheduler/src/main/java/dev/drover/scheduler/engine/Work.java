package dev.drover.scheduler.engine;

import dev.drover.scheduler.domain.zone.Decision;
import dev.drover.scheduler.domain.zone.ZoneDecider;
import dev.drover.scheduler.domain.zone.ZoneEvolver;
import dev.drover.scheduler.domain.zone.ZoneInput;
import dev.drover.scheduler.domain.zone.ZoneState;
import dev.drover.schema.codec.DecodeError;
import dev.drover.schema.codec.Decoding;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.message.InboxMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A batch being made: dropped whole when it can't be committed. */
final class Work {
    private final ZoneDecider decider;
    private final List<Decision> decisions = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private Optional<InboxOffset> read = Optional.empty();
    private ZoneState after;

    Work(ZoneDecider decider, ZoneState before) {
        this.decider = decider;
        this.after = before;
    }

    /** The state as it will be once this is committed. */
    ZoneState after() {
        return after;
    }

    void take(InboxRecord record, Instant now) {
        read = Optional.of(record.offset());
        switch (record.content()) {
            case Decoding.Decoded<InboxMessage>(InboxMessage message) ->
                decide(new ZoneInput.Durable(record.offset(), message, now));
            case Decoding.Undecodable<InboxMessage>(DecodeError error) ->
                deadLetters.add(new DeadLetter(record.offset(), error.explain(), record.raw()));
        }
    }

    Work decide(ZoneInput input) {
        Decision decision = decider.decide(after, input);
        decision.events().forEach(event -> after = ZoneEvolver.evolve(after, event));
        decisions.add(decision);
        return this;
    }

    Batch batch() {
        return new Batch(
                read,
                decisions.stream().flatMap(one -> one.events().stream()).toList(),
                decisions.stream().flatMap(one -> one.commands().stream()).toList(),
                deadLetters,
                List.of());
    }
}
