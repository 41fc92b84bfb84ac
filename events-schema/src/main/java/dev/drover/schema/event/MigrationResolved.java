package dev.drover.schema.event;

import dev.drover.schema.id.Check;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.intent.OperatorVerdict;

/** An operator has looked, and said by the intent {@code by} where the guest is. */
public record MigrationResolved(MigrationId migration, OperatorVerdict verdict, String evidence, IntentId by)
        implements MigrationEvent {
    /** Throws {@link InvalidValueException} when the evidence is not fit to be shown. */
    public MigrationResolved {
        Check.text("evidence", evidence, 500);
    }
}
