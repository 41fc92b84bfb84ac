package dev.drover.simulation.scenario;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;

/**
 * What an operator wants. What only turns out while the simulation runs, such as the name of a migration, is looked up
 * when it is asked for: by the vm it moves, or by where things really are.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Wish.Evacuate.class, name = "evacuate"),
    @JsonSubTypes.Type(value = Wish.EvacuateRack.class, name = "evacuate-rack"),
    @JsonSubTypes.Type(value = Wish.Release.class, name = "release"),
    @JsonSubTypes.Type(value = Wish.Migrate.class, name = "migrate"),
    @JsonSubTypes.Type(value = Wish.Pause.class, name = "pause"),
    @JsonSubTypes.Type(value = Wish.Resume.class, name = "resume"),
    @JsonSubTypes.Type(value = Wish.Cancel.class, name = "cancel"),
    @JsonSubTypes.Type(value = Wish.CancelMigrationOf.class, name = "cancel-migration"),
    @JsonSubTypes.Type(value = Wish.RetryMigrationOf.class, name = "retry-migration"),
    @JsonSubTypes.Type(value = Wish.Resolve.class, name = "resolve"),
    @JsonSubTypes.Type(value = Wish.Cordon.class, name = "cordon"),
    @JsonSubTypes.Type(value = Wish.Uncordon.class, name = "uncordon"),
    @JsonSubTypes.Type(value = Wish.Freeze.class, name = "freeze"),
    @JsonSubTypes.Type(value = Wish.Thaw.class, name = "thaw"),
    @JsonSubTypes.Type(value = Wish.ForgetEmptyHost.class, name = "forget-host"),
    @JsonSubTypes.Type(value = Wish.DestroyVm.class, name = "destroy-vm"),
    @JsonSubTypes.Type(value = Wish.Policy.class, name = "policy"),
    @JsonSubTypes.Type(value = Wish.Racks.class, name = "racks")
})
public sealed interface Wish {
    /** To empty hosts. */
    record Evacuate(List<String> hosts, Terms terms) implements Wish {
        /** Copies the list. */
        public Evacuate {
            hosts = List.copyOf(hosts);
        }
    }

    /** To empty a rack. */
    record EvacuateRack(String rack, Terms terms) implements Wish {}

    /** To use the hosts of an evacuation again. */
    record Release(String evacuation) implements Wish {}

    /** To move one vm, anywhere or to a host. */
    record Migrate(int vm, Optional<String> destination) implements Wish {}

    /** To start nothing more for an intent. */
    record Pause(String target) implements Wish {}

    /** To go on with it. */
    record Resume(String target) implements Wish {}

    /** To end it. */
    record Cancel(String target) implements Wish {}

    /** To stop the vm's newest migration. */
    record CancelMigrationOf(int vm) implements Wish {}

    /** To try the vm's newest migration again. */
    record RetryMigrationOf(int vm) implements Wish {}

    /** To look where the guests of all migrations are that wait for an operator, mend what can be mended, and say so. */
    record Resolve() implements Wish {}

    /** To let no vm come to a host. */
    record Cordon(String host) implements Wish {}

    /** To let vms come again. */
    record Uncordon(String host) implements Wish {}

    /** To start nothing in the zone. */
    record Freeze() implements Wish {}

    /** To start things again. */
    record Thaw() implements Wish {}

    /** To send a host away for a while, and say so, provided that nothing is on it. */
    record ForgetEmptyHost(String host, long awayMs) implements Wish {}

    /** To destroy a guest that does not migrate, and say so; or just to say so of one that is gone. */
    record DestroyVm(int vm) implements Wish {}

    /** To decide by other figures. */
    record Policy(PolicyPlan figures) implements Wish {}

    /** To have the hosts in racks, with these uplinks each way. */
    record Racks(List<RackPlan> racks) implements Wish {
        /** Copies the list. */
        public Racks {
            racks = List.copyOf(racks);
        }
    }

    /** A rack. */
    record RackPlan(String rack, List<String> hosts, int megabitsPerSecond) {
        /** Copies the list. */
        public RackPlan {
            hosts = List.copyOf(hosts);
        }
    }
}
