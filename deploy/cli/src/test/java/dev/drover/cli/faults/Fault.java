package dev.drover.cli.faults;

import dev.drover.cli.process.Node;
import dev.drover.cli.zone.MigrationStory;
import dev.drover.scheduler.domain.migration.MigrationPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Something that goes wrong while a guest is moved, and how that must end. */
enum Fault {
    /** It finds its command when it is back. */
    AGENT_KILLED_BEFORE(Ending.MOVED_AT_ONCE, scene -> scene.agent().kill(), scene -> {
        scene.ask();
        scene.awaitDispatch();
        scene.agent().begin();
    }),
    /** The guest goes on its way, and the next life adopts it. */
    AGENT_KILLED_DURING(Ending.MOVED_AT_ONCE, Scene::askAndAwaitTheMiddle, scene -> {
        scene.agent().kill();
        scene.agent().begin();
    }),
    /** The next life finds that the guest has left. */
    AGENT_KILLED_AND_BACK_AFTER_THE_MOVE(Ending.MOVED_AT_ONCE, Scene::askAndAwaitTheMiddle, scene -> {
        scene.agent().kill();
        scene.awaitArrival();
        scene.agent().begin();
    }),
    /** It says nothing for a while. */
    AGENT_STOPPED(Ending.MOVED_AT_ONCE, Scene::askAndAwaitTheMiddle, scene -> {
        scene.agent().freeze();
        scene.awaitArrival();
        scene.agent().thaw();
    }),
    /** QEMU is told to stop by the next libvirtd. */
    SOURCE_LIBVIRTD_KILLED(
            Ending.MOVED_ANEW,
            Scene::askAndAwaitTheMiddle,
            scene -> scene.source().crashLibvirtd()),
    /** It waits for its job or ends it. */
    SOURCE_LIBVIRTD_RESTARTED(
            Ending.MOVED, Scene::askAndAwaitTheMiddle, scene -> scene.source().restartLibvirtd()),
    /** It answers nobody for a while. */
    SOURCE_LIBVIRTD_STOPPED(
            Ending.MOVED, Scene::askAndAwaitTheMiddle, scene -> scene.source().silenceLibvirtd()),
    /** The job fails. */
    DESTINATION_LIBVIRTD_KILLED(
            Ending.MOVED_ANEW,
            Scene::askAndAwaitTheMiddle,
            scene -> scene.destination().crashLibvirtd()),
    /** The job waits, or fails. */
    DESTINATION_LIBVIRTD_STOPPED(
            Ending.MOVED,
            Scene::askAndAwaitTheMiddle,
            scene -> scene.destination().silenceLibvirtd()),
    /** The job fails. */
    DESTINATION_QEMU_KILLED(
            Ending.MOVED_ANEW,
            Scene::askAndAwaitTheMiddle,
            scene -> scene.destination().killQemu()),
    /** The guest is gone with its memory, and nobody can say why. */
    SOURCE_QEMU_KILLED(
            Ending.UNCLEAR, Scene::askAndAwaitTheMiddle, scene -> scene.source().killQemu()),
    /** What it knew of the guest's way it has forgotten. */
    AGENT_KILLED_IN_POST_COPY(Ending.MOVED_AT_ONCE, Scene::askAndAwaitPostCopy, scene -> {
        scene.agent().kill();
        scene.agent().begin();
    }),
    /** Nobody at the source knows how it ended. */
    SOURCE_LIBVIRTD_KILLED_IN_POST_COPY(
            Ending.MOVED_AT_ONCE,
            Scene::askAndAwaitPostCopy,
            scene -> scene.source().crashLibvirtd()),
    /** It answers nobody while the guest comes through. */
    SOURCE_LIBVIRTD_STOPPED_IN_POST_COPY(
            Ending.MOVED_AT_ONCE,
            Scene::askAndAwaitPostCopy,
            scene -> scene.source().silenceLibvirtd()),
    /** The job is said to have failed, and the guest comes through. */
    DESTINATION_LIBVIRTD_KILLED_IN_POST_COPY(
            Ending.MOVED_AT_ONCE,
            Scene::askAndAwaitPostCopy,
            scene -> scene.destination().crashLibvirtd()),
    /** It answers nobody while the guest comes through. */
    DESTINATION_LIBVIRTD_STOPPED_IN_POST_COPY(
            Ending.MOVED_AT_ONCE,
            Scene::askAndAwaitPostCopy,
            scene -> scene.destination().silenceLibvirtd()),
    /** The guest dies with what was across; what is left is out of date. */
    DESTINATION_QEMU_KILLED_IN_POST_COPY(
            Ending.LOST,
            Scene::askAndAwaitPostCopy,
            scene -> scene.destination().killQemu()),
    /** The guest never gets what it lacks. */
    SOURCE_QEMU_KILLED_IN_POST_COPY(
            Ending.UNCLEAR, Scene::askAndAwaitPostCopy, scene -> scene.source().killQemu()),
    /** The guest stands still until both ends have found each other again. */
    NETWORK_CUT_IN_POST_COPY(Ending.MOVED_AT_ONCE, Scene::askAndAwaitPostCopy, scene -> {
        scene.network("cut");
        scene.awaitSevered();
        scene.network("heal");
    }),
    /** Nothing passes between the hosts. */
    NETWORK_CUT(Ending.MOVED_ANEW, Scene::askAndAwaitTheMiddle, scene -> {
        scene.network("cut");
        scene.awaitFailedAttempt();
        scene.network("heal");
    }),
    /** What the destination says is lost: the call blocks for longer than the job lives. */
    NETWORK_CUT_ONE_WAY(Ending.MOVED_ANEW, Scene::askAndAwaitTheMiddle, scene -> {
        scene.network("cut", "--one-way");
        scene.awaitFailedAttempt();
        scene.network("heal");
    }),
    /** QEMU can't be started for it there. */
    DESTINATION_WITHOUT_MEMORY(Ending.STAYED, scene -> scene.destination().leaveNoMemoryForGuests(), Scene::ask),
    /** Somebody runs {@code virsh migrate} for a guest on its way. */
    SOMEBODY_MOVES_IT_TOO(
            Ending.MOVED_AT_ONCE, Scene::askAndAwaitTheMiddle, scene -> scene.somebodyElseTriesToMigrate()),
    /** The agent can't write down what it begins. */
    AGENTS_DISK_FULL(Ending.MOVED, scene -> {
        try (SmallDisk disk = scene.source().journalOnASmallDisk()) {
            scene.ask();
            scene.awaitDegraded();
            disk.makeRoom();
            scene.awaitArrival();
            MigrationStory unused = scene.awaitEnd();
        }
    }),
    /** Both schedulers and all agents lose it for a while. */
    BROKER_KILLED(Ending.MOVED_AT_ONCE, Scene::askAndAwaitTheMiddle, scene -> {
        scene.fleet().kafka().kill();
        scene.fleet().kafka().restart();
    }),
    /** The other one takes the zone over. */
    SCHEDULER_KILLED(Ending.MOVED_AT_ONCE, Scene::askAndAwaitTheMiddle, scene -> {
        Node owner = scene.fleet().owner();
        owner.kill();
        try {
            scene.awaitArrival();
        } finally {
            owner.begin();
        }
    }),
    /** A disk that other hosts do not reach. */
    DISK_GOES_ALONG(Ending.MOVED_AT_ONCE, Scene.DISK_MEBIBYTES, Scene::ask),
    /** The next life adopts the copy. */
    AGENT_KILLED_WHILE_A_DISK_IS_COPIED(
            Ending.MOVED_AT_ONCE, Scene.DISK_MEBIBYTES, course(Scene::askAndAwaitTheMiddle, scene -> {
                scene.agent().kill();
                scene.agent().begin();
            })),
    /** It has made the file, and is not needed for the rest. */
    DESTINATIONS_AGENT_KILLED_WHILE_A_DISK_IS_COPIED(
            Ending.MOVED_AT_ONCE, Scene.DISK_MEBIBYTES, course(Scene::askAndAwaitTheMiddle, scene -> {
                scene.destination().agent().kill();
                scene.destination().agent().begin();
            })),
    /** Half of a disk is left there, and is made anew. */
    DESTINATION_QEMU_KILLED_WHILE_A_DISK_IS_COPIED(
            Ending.MOVED_ANEW,
            Scene.DISK_MEBIBYTES,
            course(Scene::askAndAwaitTheMiddle, scene -> scene.destination().killQemu())),
    /** It is not Drover's to overwrite. */
    SOMEBODY_HAS_A_FILE_WHERE_THE_DISK_IS_TO_LIE(
            Ending.STAYED,
            Scene.DISK_MEBIBYTES,
            course(scene -> scene.destination().putAFile(), Scene::ask));

    /** How it must end. */
    enum Ending {
        /** At the destination, by the first attempt. */
        MOVED_AT_ONCE,
        /** At the destination, by a later attempt than the first. */
        MOVED_ANEW,
        /** At the destination. */
        MOVED,
        /** Untouched at the source. */
        STAYED,
        /** Its memory is gone, which the zone can't know for certain: a person is told what both ends say. */
        UNCLEAR,
        /** Its memory is gone, and a person is told so. */
        LOST;

        String words() {
            return lower(name());
        }
    }

    private final Ending ending;
    private final int diskMebibytes;
    private final Consumer<Scene> course;

    Fault(Ending ending, int diskMebibytes, Consumer<Scene> course) {
        this.ending = ending;
        this.diskMebibytes = diskMebibytes;
        this.course = course;
    }

    Fault(Ending ending, Consumer<Scene> course) {
        this(ending, 0, course);
    }

    /** {@code strike} comes when {@code moment} has. */
    Fault(Ending ending, Consumer<Scene> moment, Consumer<Scene> strike) {
        this(ending, course(moment, strike));
    }

    private static Consumer<Scene> course(Consumer<Scene> moment, Consumer<Scene> strike) {
        return moment.andThen(strike);
    }

    /** How large a disk of its own the guest has; 0 for none. */
    int diskMebibytes() {
        return diskMebibytes;
    }

    /** Its name for people. */
    String words() {
        return lower(name());
    }

    Ending ending() {
        return ending;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Lets it happen, waits for the end, and gives what is not as it must be. */
    List<String> play(Scene scene) {
        course.accept(scene);
        return switch (ending) {
            case MOVED_AT_ONCE -> moved(scene, 1, 1);
            case MOVED_ANEW -> moved(scene, 2, Long.MAX_VALUE);
            case MOVED -> moved(scene, 1, Long.MAX_VALUE);
            case STAYED -> stayed(scene);
            case UNCLEAR -> calledFor(scene, MigrationPhase.NEEDS_OPERATOR);
            case LOST -> calledFor(scene, MigrationPhase.LOST);
        };
    }

    private static List<String> calledFor(Scene scene, MigrationPhase phase) {
        scene.awaitCallForHelp(phase);
        return List.of();
    }

    private static List<String> moved(Scene scene, long fewest, long most) {
        MigrationStory story = scene.awaitEnd();
        List<String> complaints = new ArrayList<>(scene.complaints(scene.destination()));
        if (!story.succeeded()) {
            complaints.add("it did not succeed: " + story);
        }
        if (story.attempts() < fewest || story.attempts() > most) {
            complaints.add("it took " + story.attempts() + " attempts");
        }
        return complaints;
    }

    private static List<String> stayed(Scene scene) {
        MigrationStory story = scene.awaitEnd();
        List<String> complaints = new ArrayList<>(scene.complaints(scene.source()));
        if (story.succeeded()) {
            complaints.add("it succeeded: " + story);
        }
        return complaints;
    }
}
