package dev.drover.schema.intent;

import dev.drover.schema.id.Check;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.id.MigrationId;

/** An operator has looked where the zone could not decide, and says where the guest is, with what shows it. */
public record ResolveMigration(IntentId intent, MigrationId migration, OperatorVerdict verdict, String evidence)
        implements Intent {
    /** Throws {@link InvalidValueException} when the evidence is not fit to be shown. */
    public ResolveMigration {
        Check.text("evidence", evidence, 500);
    }
}
