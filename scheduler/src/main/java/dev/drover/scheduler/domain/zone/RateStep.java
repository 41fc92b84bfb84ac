package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.bandwidth.FairShareAllocator;
import dev.drover.scheduler.domain.bandwidth.Flow;
import dev.drover.scheduler.domain.bandwidth.Headroom;
import dev.drover.scheduler.domain.bandwidth.LinkId;
import dev.drover.scheduler.domain.bandwidth.Links;
import dev.drover.scheduler.domain.lease.Leases;
import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.plan.Urgency;
import dev.drover.schema.command.SetRate;
import dev.drover.schema.command.StartMigration;
import dev.drover.schema.event.MigrationDispatched;
import dev.drover.schema.event.RateGranted;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Shares the links among the running migrations and those that start now: slower first, then starts, then faster, so
 * that what is charged never exceeds a link. What nobody answered is told again after that: it may not fit any more.
 */
final class RateStep {
    private RateStep() {}

    static void run(Turn turn, List<Migration> starting) {
        List<Migration> running = turn.state()
                .migrations()
                .underWay(one -> one.phase().mayTransfer())
                .toList();
        if (running.isEmpty() && starting.isEmpty()) {
            return;
        }
        Sharing sharing = Sharing.of(turn, running, starting);
        regrant(turn, running, sharing, change -> change < 0);
        starting.forEach(one -> start(turn, one, sharing));
        regrant(turn, running, sharing, change -> change > 0);
        running.forEach(was -> repeat(turn, turn.migration(was.id()), sharing));
    }

    /** The shares of this turn, and what the links have left while they are handed out. */
    private record Sharing(
            SortedMap<MigrationId, List<LinkId>> paths,
            SortedMap<MigrationId, BitsPerSecond> shares,
            Headroom headroom) {
        static Sharing of(Turn turn, List<Migration> running, List<Migration> starting) {
            List<Flow> flows = Stream.concat(running.stream(), starting.stream())
                    .map(one -> flow(turn, one))
                    .toList();
            SortedMap<MigrationId, List<LinkId>> paths = new TreeMap<>();
            flows.forEach(flow -> paths.put(flow.migration(), flow.path()));
            SortedMap<LinkId, BitsPerSecond> capacity = Links.capacity(turn.state(), turn.policy(), flows);
            Headroom headroom = new Headroom(capacity, turn.policy().quantum());
            FairShareAllocator allocator = new FairShareAllocator(turn.policy().quantum());
            Sharing sharing = new Sharing(paths, allocator.share(capacity, flows), headroom);
            charged(turn)
                    .forEach(one -> headroom.charge(
                            Links.path(turn.state(), one),
                            BitsPerSecond.ZERO,
                            turn.state().leases().charged(one.id())));
            return sharing;
        }

        /** None is left without any rate: dispatching saw to it that each link has one for each. */
        private static Flow flow(Turn turn, Migration migration) {
            return new Flow(
                    migration.id(),
                    Links.path(turn.state(), migration),
                    turn.state()
                            .intents()
                            .task(migration.plan().intent())
                            .map(Urgency::weight)
                            .orElse(1),
                    turn.policy().quantum(),
                    Flow.UNLIMITED);
        }

        /** Also one that waits for an operator may be sending, as long as nobody has seen that it is not. */
        private static List<Migration> charged(Turn turn) {
            return turn.state().leases().byMigration().keySet().stream()
                    .flatMap(id -> turn.state().migrations().find(id).stream())
                    .toList();
        }

        List<LinkId> path(Migration migration) {
            return paths.getOrDefault(migration.id(), List.of());
        }

        /** As much of its share as fits. */
        BitsPerSecond of(Turn turn, Migration migration) {
            BitsPerSecond share = shares.getOrDefault(migration.id(), BitsPerSecond.ZERO);
            Leases leases = turn.state().leases();
            return headroom.upTo(
                    share, path(migration), leases.granted(migration.id()), leases.charged(migration.id()));
        }
    }

    private static void start(Turn turn, Migration migration, Sharing sharing) {
        BitsPerSecond rate = sharing.of(turn, migration);
        if (rate.equals(BitsPerSecond.ZERO)) {
            return;
        }
        sharing.headroom().charge(sharing.path(migration), BitsPerSecond.ZERO, rate);
        HostFacts destination =
                turn.state().inventory().host(migration.plan().destination()).orElseThrow();
        Sequence command = migration.nextCommand();
        turn.record(new MigrationDispatched(migration.id(), migration.attempt(), command, rate, turn.lapsed()));
        turn.order(
                migration,
                command,
                migration.plan().source(),
                new StartMigration(
                        migration.plan().vm(),
                        destination.host(),
                        destination.migrationUri(),
                        rate,
                        turn.policy().giveUpAfter(),
                        turn.policy().transfer(),
                        migration.disks()));
    }

    private static void regrant(Turn turn, List<Migration> running, Sharing sharing, IntPredicate wanted) {
        for (Migration was : running) {
            Migration migration = turn.migration(was.id());
            BitsPerSecond granted = turn.state().leases().granted(migration.id());
            BitsPerSecond rate = sharing.of(turn, migration);
            boolean settable = migration.allows(RateGranted.class) && !rate.equals(BitsPerSecond.ZERO);
            if (settable && wanted.test(rate.compareTo(granted))) {
                grant(turn, migration, rate, sharing);
            }
        }
    }

    /** What was told and not answered in time is told again, unless it was just told another rate. */
    private static void repeat(Turn turn, Migration migration, Sharing sharing) {
        turn.state()
                .leases()
                .of(migration.id())
                .filter(lease -> migration.allows(RateGranted.class) && lease.isOverdue(turn.now()))
                .ifPresent(lease -> grant(turn, migration, lease.granted(), sharing));
    }

    private static void grant(Turn turn, Migration migration, BitsPerSecond rate, Sharing sharing) {
        BitsPerSecond before = turn.state().leases().charged(migration.id());
        Sequence command = migration.nextCommand();
        turn.record(new RateGranted(
                migration.id(),
                migration.attempt(),
                command,
                rate,
                turn.in(turn.policy().askAfter())));
        sharing.headroom()
                .charge(sharing.path(migration), before, turn.state().leases().charged(migration.id()));
        turn.order(
                migration,
                command,
                migration.plan().source(),
                new SetRate(migration.plan().vm(), rate));
    }
}
