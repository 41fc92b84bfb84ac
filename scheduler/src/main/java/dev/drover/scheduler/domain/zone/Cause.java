package dev.drover.scheduler.domain.zone;

import dev.drover.schema.id.Actor;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.message.InboxMessage;
import dev.drover.schema.message.IntentMessage;
import dev.drover.schema.message.ReportMessage;
import dev.drover.schema.report.ReportMark;
import java.util.Optional;

/** What an input says about where its consequences come from. */
record Cause(
        Actor actor,
        Optional<String> reason,
        Optional<MessageId> message,
        Optional<InboxOffset> offset,
        Optional<ReportMark> origin) {
    static Cause of(ZoneInput input, Actor scheduler) {
        return switch (input) {
            case ZoneInput.Told told -> of(told.message(), told.offset());
            case ZoneInput.Nonsense nonsense -> silent(scheduler, Optional.of(nonsense.offset()));
            case ZoneInput.Settle settle -> silent(scheduler, settle.readUpTo());
            case ZoneInput.Volatile passing -> silent(scheduler, Optional.empty());
        };
    }

    private static Cause of(InboxMessage message, InboxOffset offset) {
        return new Cause(
                message.head().actor(),
                message.head().reason(),
                Optional.of(message.head().id()),
                Optional.of(offset),
                switch (message) {
                    case ReportMessage report -> Optional.of(report.mark());
                    case IntentMessage intent -> Optional.empty();
                });
    }

    private static Cause silent(Actor scheduler, Optional<InboxOffset> offset) {
        return new Cause(scheduler, Optional.empty(), Optional.empty(), offset, Optional.empty());
    }
}
