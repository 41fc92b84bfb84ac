package dev.drover.cli.drain;

import dev.drover.cli.terminal.DrainView;
import dev.drover.cli.terminal.Milestones;
import dev.drover.cli.terminal.Screen;
import dev.drover.cli.zone.ZoneClient;
import dev.drover.cli.zone.ZoneView;
import dev.drover.cli.zone.ZoneWatch;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.Actor;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.intent.EvacuateHost;
import dev.drover.schema.message.EventMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A drain as its operator lives through it: asked for, watched, ended. */
public final class Drain {
    private static final Duration BEAT = Duration.ofMillis(200);

    private final Screen screen;
    private final IntentId intent;
    private final Instant begun;

    private Drain(Screen screen, IntentId intent, Instant begun) {
        this.screen = screen;
        this.intent = intent;
        this.begun = begun;
    }

    /** Asks for the drain. Its id is made of the host and the time, so that two drains never share one. */
    public static Drain ask(ZoneClient client, ZoneWatch watch, Screen screen, HostId host, Optional<String> reason) {
        Instant now = Instant.now();
        IntentId intent = new IntentId("drain-" + host.value() + "-" + now.getEpochSecond());
        Drain drain = new Drain(screen, intent, now);
        watch.hear(drain::tell);
        client.submit(
                new EvacuateHost(intent, host),
                Actor.operator(System.getProperty("user.name", "unknown")),
                reason,
                now);
        return drain;
    }

    /** Its id. */
    public IntentId intent() {
        return intent;
    }

    /** Redraws the screen until the intent has ended, then gives how; empty when it was refused. */
    public Optional<IntentOutcome> follow(ZoneWatch watch) {
        while (!isOver(watch.view())) {
            screen.show(DrainView.lines(watch.view(), intent, elapsed(), screen.width()));
            watch.awaitChange(BEAT);
        }
        screen.show(List.of());
        return Optional.ofNullable(watch.view().ended().get(intent)).map(end -> end.outcome());
    }

    /** Says what happened, if it is worth a line and belongs to this drain. */
    private void tell(EventMessage event, ZoneView view) {
        boolean ours = event.head()
                .correlation()
                .map(about -> about.value().equals(intent.value()))
                .orElse(true);
        if (ours && !event.head().at().isBefore(begun)) {
            sentence(event.event(), view).ifPresent(screen::say);
        }
    }

    private Optional<String> sentence(ZoneEvent event, ZoneView view) {
        return Milestones.tell(event, view)
                .map(text -> "%6.1f s  %s".formatted(elapsed().toMillis() / 1000.0, text));
    }

    private Duration elapsed() {
        return Duration.between(begun, Instant.now());
    }

    private boolean isOver(ZoneView view) {
        return view.ended().containsKey(intent) || view.refused().containsKey(intent);
    }
}
