package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.intent.Evacuation;
import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.scheduler.domain.plan.Placer;
import dev.drover.scheduler.domain.plan.Room;
import dev.drover.schema.event.MigrationFailed;
import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.event.VmBlocked;
import dev.drover.schema.id.HostId;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.report.FailureKind;

/** Finds a destination for every vm that an evacuation has to move, or says why there is none. */
record PlanStep(Placer placer) {
    void run(Turn turn) {
        withdraw(turn);
        for (Evacuation evacuation : turn.state().intents().active()) {
            HostFacts host =
                    turn.state().inventory().host(evacuation.intent().host()).orElseThrow();
            host.vms().stream()
                    .filter(vm -> isUndecided(turn.state(), evacuation, vm))
                    .forEach(vm -> decide(turn, evacuation, vm));
        }
    }

    /** What has not begun does not begin towards a host that is being emptied: its vm is placed anew. */
    private static void withdraw(Turn turn) {
        turn.state()
                .migrations()
                .underWay(one -> isOvertaken(turn.state(), one))
                .toList()
                .forEach(one -> {
                    String why = "its destination " + one.plan().destination() + " is being evacuated now";
                    turn.record(new MigrationFailed(one.id(), FailureKind.ABORTED, why));
                });
    }

    private static boolean isOvertaken(ZoneState state, Migration migration) {
        return migration.phase() == MigrationPhase.QUEUED
                && state.intents().evacuating(migration.plan().destination()).isPresent();
    }

    private static boolean isUndecided(ZoneState state, Evacuation evacuation, VmFacts vm) {
        return !evacuation.blocked().containsKey(vm.vm())
                && state.migrations().of(vm.vm()).isEmpty();
    }

    private void decide(Turn turn, Evacuation evacuation, VmFacts vm) {
        switch (vm.state()) {
            case RUNNING -> place(turn, evacuation, vm);
            case PAUSED -> block(turn, evacuation, vm, "is paused; resume it, or stop it and move its definition");
            case SHUT_OFF -> block(turn, evacuation, vm, "is shut off; start it, or move its definition");
            case INCOMING -> {} // somebody else brings it here: it is looked at again when it has arrived
            case MIGRATED_AWAY -> {
                if (!turn.state().migrations().tookAway(evacuation.intent().intent(), vm.vm())) {
                    block(
                            turn,
                            evacuation,
                            vm,
                            "migrated away without Drover and left its definition behind; undefine it");
                }
            }
        }
    }

    private void place(Turn turn, Evacuation evacuation, VmFacts vm) {
        HostId source = evacuation.intent().host();
        if (Links.slots(turn, source) == 0) {
            block(turn, evacuation, vm, "can't leave: the network card of " + source + " is too slow to migrate over");
            return;
        }
        placer.place(room(turn), source, vm.memory())
                .ifPresentOrElse(
                        host -> turn.record(new MigrationPlanned(
                                turn.nextMigration(),
                                evacuation.intent().intent(),
                                vm.vm(),
                                vm.name(),
                                vm.memory(),
                                source,
                                host)),
                        () -> block(
                                turn,
                                evacuation,
                                vm,
                                "fits on no other host: it needs " + vm.memory().value() + " bytes"));
    }

    /** A host that can't be sent to would keep its newcomers waiting for ever. */
    private static Room room(Turn turn) {
        ZoneState state = turn.state();
        return Room.of(state.inventory(), state.intents(), state.migrations())
                .only(host -> Links.slots(turn, host) > 0);
    }

    private static void block(Turn turn, Evacuation evacuation, VmFacts vm, String why) {
        turn.record(
                new VmBlocked(evacuation.intent().intent(), vm.vm(), vm.name().value() + " " + why));
    }
}
