package dev.drover.scheduler.domain.migration;

import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.VmId;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/** The migrations that are over, for as long as their intent is not. Immutable. */
public record Finished(PSortedMap<IntentId, OfIntent> byIntent) {
    /** None. */
    public static final Finished NONE = new Finished(TreePMap.empty());

    /**
     * Those of one intent.
     *
     * @param last of each vm the one that was planned last; follows from {@code byId}
     */
    public record OfIntent(PSortedMap<MigrationId, Migration> byId, PSortedMap<VmId, MigrationId> last) {
        private static final OfIntent NONE = new OfIntent(TreePMap.empty(), TreePMap.empty());

        private OfIntent with(Migration one) {
            MigrationId before = last.getOrDefault(one.plan().vm(), one.id());
            boolean later = one.id().compareTo(before) >= 0;
            return new OfIntent(
                    byId.plus(one.id(), one), later ? last.plus(one.plan().vm(), one.id()) : last);
        }
    }

    /** The migration, if it is one of these. */
    public Optional<Migration> find(MigrationId id) {
        return byIntent.values().stream()
                .flatMap(of -> Optional.ofNullable(of.byId().get(id)).stream())
                .findFirst();
    }

    /** The last of a vm for an intent. */
    public Optional<Migration> last(IntentId intent, VmId vm) {
        return Optional.ofNullable(byIntent.get(intent))
                .flatMap(of -> Optional.ofNullable(of.last().get(vm))
                        .flatMap(id -> Optional.ofNullable(of.byId().get(id))));
    }

    /** All, intent by intent. */
    public Stream<Migration> all() {
        return byIntent.values().stream().flatMap(of -> of.byId().values().stream());
    }

    /** With one more. */
    public Finished with(Migration one) {
        IntentId intent = one.plan().intent();
        return new Finished(byIntent.plus(
                intent, byIntent.getOrDefault(intent, OfIntent.NONE).with(one)));
    }

    /** Without those of this intent. */
    public Finished without(IntentId intent) {
        return new Finished(byIntent.minus(intent));
    }
}
