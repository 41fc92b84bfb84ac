package dev.drover.schema.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.intent.CancelIntent;
import dev.drover.schema.intent.CancelMigration;
import dev.drover.schema.intent.ChangePolicy;
import dev.drover.schema.intent.ChangeTopology;
import dev.drover.schema.intent.CordonHost;
import dev.drover.schema.intent.EvacuateHosts;
import dev.drover.schema.intent.ForgetHost;
import dev.drover.schema.intent.ForgetVm;
import dev.drover.schema.intent.FreezeZone;
import dev.drover.schema.intent.Intent;
import dev.drover.schema.intent.MigrateVm;
import dev.drover.schema.intent.PauseIntent;
import dev.drover.schema.intent.ReleaseHosts;
import dev.drover.schema.intent.ResolveMigration;
import dev.drover.schema.intent.ResumeIntent;
import dev.drover.schema.intent.RetryMigration;
import dev.drover.schema.intent.ThawZone;
import dev.drover.schema.intent.UncordonHost;

/** The zone works on this until it ends it. */
public record IntentAccepted(
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
        @JsonSubTypes({
            @JsonSubTypes.Type(value = EvacuateHosts.class, name = "evacuate-hosts"),
            @JsonSubTypes.Type(value = ReleaseHosts.class, name = "release-hosts"),
            @JsonSubTypes.Type(value = MigrateVm.class, name = "migrate-vm"),
            @JsonSubTypes.Type(value = PauseIntent.class, name = "pause-intent"),
            @JsonSubTypes.Type(value = ResumeIntent.class, name = "resume-intent"),
            @JsonSubTypes.Type(value = CancelIntent.class, name = "cancel-intent"),
            @JsonSubTypes.Type(value = CancelMigration.class, name = "cancel-migration"),
            @JsonSubTypes.Type(value = RetryMigration.class, name = "retry-migration"),
            @JsonSubTypes.Type(value = ChangeTopology.class, name = "change-topology"),
            @JsonSubTypes.Type(value = ChangePolicy.class, name = "change-policy"),
            @JsonSubTypes.Type(value = CordonHost.class, name = "cordon-host"),
            @JsonSubTypes.Type(value = UncordonHost.class, name = "uncordon-host"),
            @JsonSubTypes.Type(value = FreezeZone.class, name = "freeze-zone"),
            @JsonSubTypes.Type(value = ThawZone.class, name = "thaw-zone"),
            @JsonSubTypes.Type(value = ResolveMigration.class, name = "resolve-migration"),
            @JsonSubTypes.Type(value = ForgetHost.class, name = "forget-host"),
            @JsonSubTypes.Type(value = ForgetVm.class, name = "forget-vm")
        })
        Intent accepted)
        implements IntentEvent {
    @Override
    @JsonIgnore
    public IntentId intent() {
        return accepted.intent();
    }
}
