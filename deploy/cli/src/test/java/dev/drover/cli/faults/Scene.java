package dev.drover.cli.faults;

import dev.drover.cli.lab.Lab;
import dev.drover.cli.lab.LabException;
import dev.drover.cli.process.Node;
import dev.drover.cli.process.Until;
import dev.drover.cli.zone.MigrationStory;
import dev.drover.cli.zone.ZoneView;
import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.id.Actor;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.intent.MigrateVm;
import dev.drover.schema.intent.Priority;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.telemetry.MigrationProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Two hosts of the fleet, and a guest that is to go from the first to the second. */
final class Scene implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(150);

    /** What takes some seconds to copy. */
    static final int DISK_MEBIBYTES = 24;

    private static final Duration LOOK = Duration.ofMillis(500);

    private static final Pattern TICK = Pattern.compile(" tick=(\\d+) ");

    private final LabFleet fleet;
    private final End source;
    private final End destination;
    private final String guest;
    private final IntentId intent;
    private final VmId vm;
    private final boolean hasDisk;

    /** Boots the guest and waits until the zone knows it. */
    Scene(LabFleet fleet, HostId source, HostId destination, String guest, int diskMebibytes) {
        this.fleet = fleet;
        this.source = new End(fleet, source, guest);
        this.destination = new End(fleet, destination, guest);
        this.guest = guest;
        this.intent = new IntentId("move-" + guest);
        this.hasDisk = diskMebibytes > 0;
        lab().run(
                        "vm",
                        "start",
                        source.value(),
                        guest,
                        "--memory",
                        "64",
                        "--dirty-mb",
                        "2",
                        "--dirty-rate",
                        "1",
                        "--disk-mb",
                        "" + diskMebibytes);
        this.vm = VmId.of(this.source.virsh("domuuid", guest));
        ticksOn(1);
        fleet.watch().await(guest + " in the inventory", PATIENCE, this::isKnown);
    }

    private boolean isKnown(ZoneView view) {
        return view.state()
                .inventory()
                .host(source.host())
                .filter(host -> host.vm(vm).isPresent())
                .isPresent();
    }

    Lab lab() {
        return fleet.lab();
    }

    End source() {
        return source;
    }

    End destination() {
        return destination;
    }

    /** The source's. */
    Node agent() {
        return source.agent();
    }

    LabFleet fleet() {
        return fleet;
    }

    String guest() {
        return guest;
    }

    /** Asks for the move; it takes some ten seconds when nothing happens to it. */
    void ask() {
        MigrateVm wish = new MigrateVm(intent, vm, Optional.of(destination.host()), Optional.empty(), Priority.NORMAL);
        fleet.client().submit(wish, Actor.operator("faults"), Optional.of(guest), Instant.now());
    }

    /** Asks for the move, and waits until a good part of the memory is across. */
    void askAndAwaitTheMiddle() {
        ask();
        fleet.watch().await(guest + " half-way", PATIENCE, this::isInTheMiddle);
    }

    /** Asks for the move, and switches it to post-copy when a part of the memory is across. */
    void askAndAwaitPostCopy() {
        askAndAwaitTheMiddle();
        source.shell("virsh -q migrate-postcopy " + guest);
        awaitArrival();
    }

    /** Waits until the zone knows that both ends have lost each other. */
    void awaitSevered() {
        fleet.watch()
                .await(
                        guest + " severed",
                        PATIENCE,
                        view -> story(view)
                                .flatMap(story -> view.state().migrations().find(story.getKey()))
                                .filter(migration -> migration.phase() == MigrationPhase.SEVERED)
                                .isPresent());
    }

    private boolean isInTheMiddle(ZoneView view) {
        return story(view)
                .flatMap(story -> Optional.ofNullable(view.progress().get(story.getKey())))
                .filter(Scene::isInTheMiddle)
                .isPresent();
    }

    private static boolean isInTheMiddle(MigrationProgress progress) {
        return progress.transferred().value() > 12L << 20;
    }

    /** Waits until the attempt was sent to the agent. */
    void awaitDispatch() {
        fleet.watch()
                .await(
                        guest + " dispatched",
                        PATIENCE,
                        view -> story(view)
                                .filter(story -> story.getValue().attempts() > 0)
                                .isPresent());
    }

    /** Waits until an attempt is over and failed, and another one is to come. */
    void awaitFailedAttempt() {
        fleet.watch()
                .await(
                        "a failed attempt with " + guest,
                        PATIENCE,
                        view -> story(view)
                                .filter(story -> story.getValue().attempts() > 0)
                                .flatMap(story -> view.state().migrations().find(story.getKey()))
                                .filter(migration -> !migration.phase().mayTransfer())
                                .isPresent());
    }

    /** Waits until the source's agent says that it begins nothing new. */
    void awaitDegraded() {
        fleet.watch()
                .await(
                        source + " degraded",
                        PATIENCE,
                        view -> view.state()
                                .inventory()
                                .host(source.host())
                                .flatMap(HostFacts::degraded)
                                .isPresent());
    }

    /** Waits until the guest runs at its destination, whatever the zone knows. */
    void awaitArrival() {
        Until.holds(guest + " at " + destination, PATIENCE, LOOK, destination::runsTheGuest);
    }

    /** Waits until the wish has come to its end; tells how the migration went. */
    MigrationStory awaitEnd() {
        ZoneView view = fleet.watch()
                .await("the end of " + intent, PATIENCE, after -> after.ended().containsKey(intent));
        return story(view).orElseThrow().getValue();
    }

    /** Waits until the zone says, by this phase, that a person must look. */
    void awaitCallForHelp(MigrationPhase phase) {
        fleet.watch()
                .await(
                        guest + " " + phase,
                        PATIENCE,
                        view -> story(view)
                                .flatMap(story -> view.state().migrations().find(story.getKey()))
                                .filter(migration -> migration.phase() == phase)
                                .isPresent());
    }

    private Optional<Map.Entry<MigrationId, MigrationStory>> story(ZoneView view) {
        return view.stories().entrySet().stream()
                .filter(story -> story.getValue().plan().intent().equals(intent))
                .findFirst();
    }

    /** What is not as it must be: the guest is to be well, to run on {@code home} alone, and to be defined there alone. */
    List<String> complaints(End home) {
        List<String> complaints = new ArrayList<>();
        ticksOn(lastTick() + 3);
        try {
            Until.holds(guest + " well", PATIENCE, LOOK, this::isWell);
        } catch (AssertionError unwell) {
            complaints.add(guest + " is not well: " + said());
        }
        for (End host : List.of(source, destination)) {
            String there = host.virsh("list", "--all", "--name");
            String wanted = host.equals(home) ? guest : "";
            if (!there.equals(wanted)) {
                complaints.add(host + " has [" + there.replace('\n', ' ') + "], not [" + wanted + "]");
            }
        }
        if (hasDisk) {
            End other = home.equals(source) ? destination : source;
            complaints.addAll(home.hasItsDisk() ? List.of() : List.of(guest + "'s disk is not on " + home));
            complaints.addAll(other.hasItsDisk() ? List.of(guest + "'s disk is left on " + other) : List.of());
        }
        if (!home.runsTheGuest()) {
            complaints.add(guest + " does not run on " + home);
        }
        return complaints;
    }

    /** Asks the guest. The lab can't tell while any host's libvirtd is out of order, and others' may be. */
    private boolean isWell() {
        try {
            return !lab().run("vm", "check", guest).isEmpty();
        } catch (LabException notNow) {
            return false;
        }
    }

    /** Cuts or heals the way from the destination to the source, and back. */
    void network(String verb, String... options) {
        List<String> words = new ArrayList<>(
                List.of("net", verb, destination.host().value(), source.host().value()));
        words.addAll(List.of(options));
        lab().run(words.toArray(String[]::new));
    }

    /** Fails unless it is refused. */
    void somebodyElseTriesToMigrate() {
        String uri = lab().hosts().stream()
                .filter(host -> host.host().equals(destination.host()))
                .findFirst()
                .orElseThrow()
                .migrationUri()
                .value();
        source.shell("! virsh -q migrate --live --p2p " + guest + " " + uri);
    }

    /** Removes the guest wherever it is, and makes the network and both hosts whole. */
    @Override
    public void close() {
        End.evenIfItFails(() -> network("heal"));
        source.mend();
        destination.mend();
    }

    private void ticksOn(int tick) {
        Until.holds("line " + tick + " of guest " + guest, PATIENCE, LOOK, () -> lastTick() >= tick);
    }

    private int lastTick() {
        return TICK.matcher(said())
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElse(0);
    }

    /** All lines of the guest, from whichever hosts; none while it boots. */
    private String said() {
        try {
            return lab().run("vm", "log", guest);
        } catch (LabException nothingYet) {
            return "";
        }
    }
}
