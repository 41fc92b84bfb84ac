package dev.drover.schema.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.drover.schema.id.Check;
import dev.drover.schema.inventory.VmState;
import java.util.Optional;

/** How a migration ended as seen from its source, which can't see whether the guest runs at the destination. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SourceVerdict.Transferred.class, name = "transferred"),
    @JsonSubTypes.Type(value = SourceVerdict.StayedAtSource.class, name = "stayed-at-source"),
    @JsonSubTypes.Type(value = SourceVerdict.Unclear.class, name = "unclear")
})
public sealed interface SourceVerdict {
    /** The guest left. Its figures are missing where the agent was away when it did. */
    record Transferred(Optional<TransferFigures> figures) implements SourceVerdict {}

    /** It didn't work, and the guest goes on here as if nothing had been tried. */
    record StayedAtSource(FailureKind failure, String detail) implements SourceVerdict {
        /** Long words are cut. */
        public StayedAtSource {
            detail = Check.cut(detail);
        }
    }

    /** The vm is in a state that only a person can judge. It was left alone. */
    record Unclear(VmState state, String detail) implements SourceVerdict {
        /** Long words are cut. */
        public Unclear {
            detail = Check.cut(detail);
        }
    }
}
