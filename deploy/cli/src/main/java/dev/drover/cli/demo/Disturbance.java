package dev.drover.cli.demo;

import dev.drover.cli.terminal.Screen;
import dev.drover.cli.zone.MigrationStory;
import dev.drover.cli.zone.ZoneView;
import dev.drover.cli.zone.ZoneWatch;
import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.id.NodeId;
import java.time.Duration;

/** What goes wrong during the demonstration, at moments when it hurts. */
record Disturbance(ZoneWatch watch, Screen screen) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    void killInTheMiddle(LabStage stage) {
        watch.await("a migration with memory on its way", PATIENCE, Disturbance::isCopying);
        screen.say("          >> kill -9 of the agent on " + stage.scene().drained()
                + "; the guests' migrations go on without it");
        stage.killAgent();
        screen.say("          >> the agent is started again; it looks what runs, and adopts it");
        watch.await("the first guests to arrive", PATIENCE, view -> arrived(view) >= 2 && isCopying(view));
        NodeId owner = watch.view().owner().orElseThrow();
        long epoch = watch.view().state().epoch().value();
        screen.say("          >> kill -9 of scheduler " + owner + "; the other one has to notice");
        stage.killScheduler(owner);
        watch.await("a takeover", PATIENCE, view -> view.state().epoch().value() > epoch);
    }

    private static boolean isCopying(ZoneView view) {
        return view.state()
                .migrations()
                .underWay(one -> one.phase() == MigrationPhase.RUNNING)
                .anyMatch(one -> view.progress().containsKey(one.id()));
    }

    private static long arrived(ZoneView view) {
        return view.stories().values().stream()
                .filter(MigrationStory::succeeded)
                .count();
    }
}
