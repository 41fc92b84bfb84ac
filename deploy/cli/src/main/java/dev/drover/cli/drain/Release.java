package dev.drover.cli.drain;

import dev.drover.cli.zone.ZoneClient;
import dev.drover.cli.zone.ZoneView;
import dev.drover.cli.zone.ZoneWatch;
import dev.drover.schema.event.IntentRefused;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.intent.ReleaseHosts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Gives drained hosts back. */
final class Release {
    private static final Duration ANSWER = Duration.ofSeconds(15);

    private Release() {}

    /**
     * Ends the evacuation that keeps {@code host} empty, and with it what it keeps empty beside; gives the zone's words
     * when it refused. Throws {@link dev.drover.cli.zone.ZoneWatchException} when nobody keeps it empty or answers.
     */
    static Optional<String> ask(ZoneClient client, ZoneWatch watch, HostId host, Optional<String> reason) {
        IntentId evacuation = watch.await(
                        "the log to tell of a drain that keeps " + host + " empty; is there one",
                        ANSWER,
                        view -> holder(view, host).isPresent())
                .state()
                .intents()
                .holding(host)
                .orElseThrow()
                .id();
        Instant now = Instant.now();
        IntentId intent = new IntentId("release-" + host.value() + "-" + now.toEpochMilli());
        client.submit(new ReleaseHosts(intent, evacuation), Operator.atTheTerminal(), reason, now);
        ZoneView answered = watch.await(
                "a scheduler to answer; is one running for this zone",
                ANSWER,
                view -> view.state().intents().knows(intent));
        return Optional.ofNullable(answered.refused().get(intent)).map(IntentRefused::why);
    }

    private static Optional<IntentId> holder(ZoneView view, HostId host) {
        return view.state().intents().holding(host).map(task -> task.id());
    }
}
