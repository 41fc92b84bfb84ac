package dev.drover.cli.drain;

import dev.drover.cli.terminal.DrainView;
import dev.drover.cli.terminal.Milestones;
import dev.drover.cli.terminal.Screen;
import dev.drover.cli.zone.ZoneClient;
import dev.drover.cli.zone.ZoneView;
import dev.drover.cli.zone.ZoneWatch;
import dev.drover.cli.zone.ZoneWatchException;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.intent.EvacuateHosts;
import dev.drover.schema.message.EventMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A drain as its operator lives through it: asked for, watched, ended. */
public final class Drain {
    private static final Duration BEAT = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofSeconds(15);

    private final Screen screen;
    private final IntentId intent;
    private final Instant begun;
    private final AtomicBoolean answered = new AtomicBoolean();

    private Drain(Screen screen, IntentId intent, Instant begun) {
        this.screen = screen;
        this.intent = intent;
        this.begun = begun;
    }

    /** Asks for the drain. Its id is made of the host and the time. */
    public static Drain ask(ZoneClient client, ZoneWatch watch, Screen screen, HostId host, Optional<String> reason) {
        Instant now = Instant.now();
        IntentId intent = new IntentId("drain-" + host.value() + "-" + now.toEpochMilli());
        Drain drain = new Drain(screen, intent, now);
        watch.hear(drain::tell);
        client.submit(EvacuateHosts.of(intent, host), Operator.atTheTerminal(), reason, now);
        return drain;
    }

    /** Its id. */
    public IntentId intent() {
        return intent;
    }

    /**
     * Redraws the screen until the intent has ended, then gives how; empty when it was refused. Throws
     * {@link ZoneWatchException} when nobody answers it, or the zone can't be followed any more.
     */
    public Optional<IntentOutcome> follow(ZoneWatch watch) {
        watch.await("a scheduler to answer; is one running for this zone", ANSWER, this::isAnswered);
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
                .filter(about -> about.value().equals(intent.value()))
                .isPresent();
        boolean everybodys = event.head().correlation().isEmpty() && answered.get();
        answered.compareAndSet(false, ours);
        if (ours || everybodys) {
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

    private boolean isAnswered(ZoneView view) {
        return view.state().intents().knows(intent);
    }

    private boolean isOver(ZoneView view) {
        return view.ended().containsKey(intent) || view.refused().containsKey(intent);
    }
}
