package dev.drover.scheduler.domain.plan;

import dev.drover.scheduler.domain.bandwidth.Links;
import dev.drover.scheduler.domain.plan.PlanProposal.Item;
import dev.drover.scheduler.domain.plan.PlanProposal.Move;
import dev.drover.scheduler.domain.plan.PlanProposal.Stuck;
import dev.drover.scheduler.domain.plan.Undecided.Wish;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.id.HostId;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.unit.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Proposes a destination for every vm that a task wants moved, or says that there is none. Pure: it looks at one state
 * and remembers nothing, so it may run anywhere, for as long as it takes.
 */
public final class Planner {
    private final Placer placer;

    /** Chooses by {@code placer} where the intent leaves a choice. */
    public Planner(Placer placer) {
        this.placer = placer;
    }

    /** What to do in {@code state} at {@code now}; nothing, mostly. */
    public Optional<PlanProposal> propose(ZoneState state, Instant now) {
        List<Wish> wishes = Undecided.of(state, now)
                .filter(wish -> wish.vm().state() != VmState.INCOMING)
                .limit(PlanProposal.MOST)
                .toList();
        if (wishes.isEmpty()) {
            return Optional.empty();
        }
        Room room = Room.of(state);
        List<Item> items = new ArrayList<>();
        for (Wish wish : wishes) {
            Optional<HostId> destination = destination(state, room, wish);
            if (destination.isPresent()) {
                room = room.without(destination.get(), wish.vm().memory());
            }
            items.add(item(wish, destination));
        }
        return Optional.of(new PlanProposal(state.events(), items));
    }

    private Optional<HostId> destination(ZoneState state, Room room, Wish wish) {
        if (!wish.vm().canMove(state.rules().disksGoAlong())) {
            return Optional.empty();
        }
        Bytes memory = wish.vm().memory();
        Predicate<HostId> reachable = host -> !host.equals(wish.source())
                && Links.tooNarrow(state, wish.source(), host).isEmpty();
        return wish.destination().isPresent()
                ? wish.destination().filter(host -> room.fits(host, memory)).filter(reachable)
                : placer.place(room, reachable, memory);
    }

    private static Item item(Wish wish, Optional<HostId> destination) {
        return destination
                .<Item>map(host -> new Move(wish.task().id(), wish.vm().vm(), wish.source(), host))
                .orElseGet(() -> new Stuck(wish.task().id(), wish.vm().vm(), wish.source()));
    }
}
