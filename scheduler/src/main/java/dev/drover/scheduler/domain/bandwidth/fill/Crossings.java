package dev.drover.scheduler.domain.bandwidth.fill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which flow crosses which link, and what it asks for. A link on which all flows together can't use more than it has
 * never limits anybody: only the others tie the rates of their flows to each other.
 */
final class Crossings {
    private final long[] capacity;
    private final long[] asked;
    private final int[] place;
    private final List<IntBag> flowsOn;
    private final List<Optional<Claim>> claims = new ArrayList<>();

    Crossings(long[] capacity) {
        this.capacity = capacity.clone();
        this.asked = new long[capacity.length];
        this.place = new int[capacity.length];
        this.flowsOn = new ArrayList<>(capacity.length);
        for (int link = 0; link < capacity.length; link++) {
            flowsOn.add(new IntBag());
        }
    }

    int links() {
        return capacity.length;
    }

    /** Flows have numbers less than this. */
    int flows() {
        return claims.size();
    }

    long capacity(int link) {
        return capacity[link];
    }

    /** Where each of these stands among them, until others are numbered. */
    int[] placesOf(int[] links) {
        for (int at = 0; at < links.length; at++) {
            place[links[at]] = at;
        }
        return place;
    }

    boolean limits(int link) {
        return asked[link] > capacity[link];
    }

    IntBag flowsOn(int link) {
        return flowsOn.get(link);
    }

    boolean has(int flow) {
        return flow < claims.size() && claims.get(flow).isPresent();
    }

    Claim claim(int flow) {
        return claims.get(flow).orElseThrow();
    }

    /** What it can use at most. */
    long most(int flow) {
        Claim claim = claim(flow);
        long most = claim.ceiling();
        for (int link : claim.path()) {
            most = Math.min(most, capacity[link]);
        }
        return most;
    }

    /** Adds a flow that is not there. */
    void add(int flow, Claim claim) {
        while (claims.size() <= flow) {
            claims.add(Optional.empty());
        }
        claims.set(flow, Optional.of(claim));
        long most = most(flow);
        for (int link : claim.path()) {
            asked[link] += most;
            flowsOn.get(link).add(flow);
        }
    }

    /** Removes a flow that is there. */
    void remove(int flow) {
        long most = most(flow);
        for (int link : claim(flow).path()) {
            asked[link] -= most;
            flowsOn.get(link).remove(flow);
        }
        claims.set(flow, Optional.empty());
    }

    /** Only while no flow crosses the link. */
    void resize(int link, long now) {
        capacity[link] = now;
    }
}
