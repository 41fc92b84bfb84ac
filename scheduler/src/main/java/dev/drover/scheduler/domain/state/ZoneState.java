package dev.drover.scheduler.domain.state;

import dev.drover.scheduler.domain.intent.Intents;
import dev.drover.scheduler.domain.inventory.Inventory;
import dev.drover.scheduler.domain.lease.Leases;
import dev.drover.scheduler.domain.migration.Migrations;
import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.id.ZoneId;
import java.time.Instant;
import java.util.Optional;

/**
 * All a zone knows: the fold of its log. Immutable, over sorted persistent maps, so that an aborted transaction is a
 * dropped reference and a query reads the last one.
 */
public record ZoneState(
        ZoneId zone,
        Progress progress,
        Rules rules,
        Inventory inventory,
        Intents intents,
        Migrations migrations,
        Leases leases) {
    /** A zone whose log is empty. */
    public static ZoneState empty(ZoneId zone) {
        return new ZoneState(
                zone, Progress.NONE, Rules.NONE, Inventory.EMPTY, Intents.EMPTY, Migrations.EMPTY, Leases.EMPTY);
    }

    /** The number of its ownership. */
    public Epoch epoch() {
        return progress.epoch();
    }

    /** Its time. */
    public Instant time() {
        return progress.time();
    }

    /** How many events its log holds. */
    public long events() {
        return progress.events();
    }

    /** How far its inbox has been decided about. */
    public Optional<InboxOffset> inboxOffset() {
        return progress.inboxOffset();
    }

    /** Whether the intent's last migration of the vm brought it away, as far as anybody knows. */
    public boolean tookAway(IntentId intent, VmId vm) {
        return migrations.tookAway(intent, vm, inventory.home(vm));
    }

    /** The same, this far. */
    public ZoneState with(Progress next) {
        return new ZoneState(zone, next, rules, inventory, intents, migrations, leases);
    }

    /** The same under these rules. */
    public ZoneState with(Rules next) {
        return new ZoneState(zone, progress, next, inventory, intents, migrations, leases);
    }

    /** The same with these hosts. */
    public ZoneState with(Inventory next) {
        return new ZoneState(zone, progress, rules, next, intents, migrations, leases);
    }

    /** The same with these intents. */
    public ZoneState with(Intents next) {
        return new ZoneState(zone, progress, rules, inventory, next, migrations, leases);
    }

    /** The same with these migrations. */
    public ZoneState with(Migrations next) {
        return new ZoneState(zone, progress, rules, inventory, intents, next, leases);
    }

    /** The same with these leases. */
    public ZoneState with(Leases next) {
        return new ZoneState(zone, progress, rules, inventory, intents, migrations, next);
    }
}
