package dev.drover.scheduler.engine;

import dev.drover.schema.codec.DecodeError;
import dev.drover.schema.event.InputSetAside;
import dev.drover.schema.event.SetAsideReason;
import dev.drover.schema.message.ReportMessage;
import dev.drover.schema.report.InventoryReport;
import java.util.Optional;

/** Why an input is set aside, in the language of the log. */
final class Rejection {
    private Rejection() {}

    /** Of what can't be read. */
    static InputSetAside of(DecodeError error) {
        return switch (error) {
            case DecodeError.TooLarge large -> unread(SetAsideReason.TOO_LARGE, Optional.empty(), error);
            case DecodeError.Malformed malformed -> unread(SetAsideReason.MALFORMED, Optional.empty(), error);
            case DecodeError.UnknownType unknown -> unread(SetAsideReason.UNKNOWN_TYPE, Optional.empty(), error);
            case DecodeError.NewerVersion newer -> unread(SetAsideReason.NEWER_VERSION, Optional.empty(), error);
            case DecodeError.MissingAttribute missing ->
                unread(SetAsideReason.MISSING_ATTRIBUTE, Optional.of(missing.attribute()), error);
            case DecodeError.InvalidValue invalid ->
                unread(SetAsideReason.INVALID_VALUE, Optional.of(invalid.field()), error);
        };
    }

    /** Of an inventory of a host that is not the reporter's own: an agent speaks for its own host only. */
    static Optional<InputSetAside> of(ReportMessage report) {
        return report.report() instanceof InventoryReport inventory
                        && !inventory.facts().host().equals(report.mark().host())
                ? Optional.of(new InputSetAside(
                        SetAsideReason.INVALID_VALUE,
                        Optional.of("facts.host"),
                        "facts.host: is " + inventory.facts().host() + ", but host "
                                + report.mark().host() + " reports, which speaks for itself only"))
                : Optional.empty();
    }

    /** Of what our own code fails at. */
    static InputSetAside of(RuntimeException mistake) {
        return new InputSetAside(
                SetAsideReason.MISTAKE,
                Optional.empty(),
                "Drover can't deal with it, which is Drover's mistake: " + mistake);
    }

    private static InputSetAside unread(SetAsideReason reason, Optional<String> field, DecodeError error) {
        return new InputSetAside(reason, field, error.explain());
    }
}
