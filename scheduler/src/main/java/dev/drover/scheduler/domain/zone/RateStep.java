package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.bandwidth.Flow;
import dev.drover.scheduler.domain.bandwidth.LinkId;
import dev.drover.scheduler.domain.bandwidth.RateAllocator;
import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.migration.MigrationPhase;
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
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Shares the links among the running migrations and those that start now: slower first, then starts, then faster, so
 * that what is granted never exceeds a link.
 */
record RateStep(RateAllocator allocator) {
    void run(Turn turn, List<Migration> starting) {
        List<Migration> running = turn.state()
                .migrations()
                .underWay(one -> one.phase().mayTransfer())
                .toList();
        List<Flow> flows = Stream.concat(running.stream(), starting.stream())
                .map(one -> new Flow(one.id(), Links.path(one)))
                .toList();
        SortedMap<LinkId, BitsPerSecond> capacity = Links.capacity(turn);
        SortedMap<MigrationId, BitsPerSecond> shares = allocator.share(capacity, flows);
        Headroom headroom = new Headroom(capacity, running, turn.policy().quantum());
        regrant(turn, running, shares, headroom, change -> change < 0);
        starting.forEach(one -> start(turn, one, shares, headroom));
        regrant(turn, changed(turn, running), shares, headroom, change -> change > 0);
    }

    private static List<Migration> changed(Turn turn, List<Migration> running) {
        return running.stream().map(one -> turn.migration(one.id())).toList();
    }

    private static void start(
            Turn turn, Migration migration, SortedMap<MigrationId, BitsPerSecond> shares, Headroom headroom) {
        BitsPerSecond rate = headroom.upTo(share(shares, migration), migration);
        if (rate.equals(BitsPerSecond.ZERO)) {
            return;
        }
        headroom.grant(rate, migration);
        HostFacts destination =
                turn.state().inventory().host(migration.plan().destination()).orElseThrow();
        Sequence command = migration.nextCommand();
        turn.record(new MigrationDispatched(migration.id(), migration.attempt(), command, rate, turn.expiry()));
        turn.order(
                migration,
                command,
                migration.plan().source(),
                new StartMigration(
                        migration.plan().vm(),
                        destination.host(),
                        destination.migrationUri(),
                        rate,
                        turn.policy().giveUpAfter()));
    }

    private static void regrant(
            Turn turn,
            List<Migration> running,
            SortedMap<MigrationId, BitsPerSecond> shares,
            Headroom headroom,
            IntPredicate wanted) {
        for (Migration migration : running) {
            BitsPerSecond rate = headroom.upTo(share(shares, migration), migration);
            boolean settable = migration.phase() == MigrationPhase.RUNNING && !rate.equals(BitsPerSecond.ZERO);
            if (settable && wanted.test(rate.compareTo(migration.granted()))) {
                headroom.grant(rate, migration);
                Sequence command = migration.nextCommand();
                turn.record(new RateGranted(migration.id(), migration.attempt(), command, rate));
                turn.order(
                        migration,
                        command,
                        migration.plan().source(),
                        new SetRate(migration.plan().vm(), rate));
            }
        }
    }

    private static BitsPerSecond share(SortedMap<MigrationId, BitsPerSecond> shares, Migration migration) {
        return shares.getOrDefault(migration.id(), BitsPerSecond.ZERO);
    }
}
