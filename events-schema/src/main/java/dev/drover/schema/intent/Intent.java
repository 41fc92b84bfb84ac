package dev.drover.schema.intent;

import dev.drover.schema.id.IntentId;

/** What an operator asked for. Accepted once, it ends once. */
public sealed interface Intent
        permits LastingIntent,
                PauseIntent,
                ResumeIntent,
                CancelIntent,
                CancelMigration,
                RetryMigration,
                ChangeTopology,
                ChangePolicy,
                CordonHost,
                UncordonHost,
                FreezeZone,
                ThawZone,
                ResolveMigration,
                ForgetHost,
                ForgetVm {
    /** Chosen by whoever asks, so that asking twice is asking once. */
    IntentId intent();
}
