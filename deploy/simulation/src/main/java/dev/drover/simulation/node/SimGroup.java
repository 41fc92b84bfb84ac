package dev.drover.simulation.node;

import dev.drover.schema.id.ZoneId;
import dev.drover.simulation.log.SimTopics;
import dev.drover.simulation.time.Chance;
import dev.drover.simulation.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The consumer group that says which node owns which zone. It takes a while to miss a node, and a node takes a while to
 * hear that it was missed. Its word alone protects nothing: that is what fencing is for.
 */
public final class SimGroup {
    private static final Duration REVIEW = Duration.ofMillis(500);
    private static final Duration SESSION = Duration.ofSeconds(4);

    private final List<SimNode> nodes;
    private final List<SimTopics> zones;
    private final VirtualTime time;
    private final Chance chance;
    private final TreeMap<ZoneId, SimNode> owners = new TreeMap<>();
    private final TreeMap<ZoneId, SimNode> seconds = new TreeMap<>();
    private final TreeMap<String, Instant> lastWell = new TreeMap<>();
    private final Set<String> hearing = new TreeSet<>();

    /** Assigns the zones in turn, and looks after them from then on. */
    public SimGroup(List<SimNode> nodes, List<SimTopics> zones, VirtualTime time, Chance chance) {
        this.nodes = List.copyOf(nodes);
        this.zones = List.copyOf(zones);
        this.time = time;
        this.chance = chance;
        for (int zone = 0; zone < zones.size(); zone++) {
            owners.put(zones.get(zone).zone(), nodes.get(zone % nodes.size()));
        }
        review();
    }

    /** The node that the group holds for the zone's owner. */
    public Optional<SimNode> owner(ZoneId zone) {
        return Optional.ofNullable(owners.get(zone));
    }

    /** For a while another node too is told that the zone is its own; false when there is none that is well. */
    public boolean addSecond(ZoneId zone, Duration lasting) {
        List<SimNode> others = nodes.stream()
                .filter(node -> node.isWell() && !owner(zone).equals(Optional.of(node)))
                .toList();
        if (others.isEmpty() || seconds.containsKey(zone)) {
            return false;
        }
        SimNode second = chance.oneOf(others);
        seconds.put(zone, second);
        second.own(topics(zone));
        time.in(lasting, () -> dropSecond(zone));
        return true;
    }

    /** Nobody but the owner is told that the zone is its own any more. */
    public void heal() {
        zones.forEach(zone -> dropSecond(zone.zone()));
    }

    private void dropSecond(ZoneId zone) {
        seconds.remove(zone);
    }

    private void review() {
        nodes.stream()
                .filter(SimNode::isWell)
                .forEach(node -> lastWell.put(node.name().value(), time.now()));
        zones.forEach(this::review);
        time.in(REVIEW, this::review);
    }

    private void review(SimTopics topics) {
        ZoneId zone = topics.zone();
        standBys(topics);
        if (owner(zone).filter(this::isMissed).isPresent()) {
            List<SimNode> well = nodes.stream().filter(SimNode::isWell).toList();
            if (!well.isEmpty()) {
                owners.put(zone, chance.oneOf(well));
            }
        }
        owner(zone).filter(SimNode::isWell).ifPresent(node -> node.own(topics));
        nodes.stream()
                .filter(node -> node.isWell() && node.owned().contains(zone) && !mayOwn(node, zone))
                .forEach(node -> revoke(node, zone));
    }

    /** The node after the owner keeps the zone warm; one that becomes the owner now does so until the next review. */
    private void standBys(SimTopics topics) {
        Optional<SimNode> next = owner(topics.zone()).map(node -> nodes.get((nodes.indexOf(node) + 1) % nodes.size()));
        nodes.stream().filter(SimNode::isWell).forEach(node -> {
            if (next.equals(Optional.of(node))) {
                node.standBy(topics);
            } else {
                node.standDown(topics.zone());
            }
        });
    }

    /** It hears of it at its next heartbeat. */
    private void revoke(SimNode node, ZoneId zone) {
        String notice = node.name() + " " + zone;
        if (hearing.add(notice)) {
            node.machine().in(chance.millis(100, 1_500), () -> {
                if (!mayOwn(node, zone)) {
                    node.release(zone);
                }
            });
            time.in(Duration.ofSeconds(2), () -> hearing.remove(notice));
        }
    }

    private boolean mayOwn(SimNode node, ZoneId zone) {
        return owner(zone).equals(Optional.of(node))
                || Optional.ofNullable(seconds.get(zone)).equals(Optional.of(node));
    }

    private boolean isMissed(SimNode node) {
        Instant last = lastWell.getOrDefault(node.name().value(), Instant.MIN);
        return last.isBefore(time.now().minus(SESSION));
    }

    private SimTopics topics(ZoneId zone) {
        return zones.stream().filter(one -> one.zone().equals(zone)).findFirst().orElseThrow();
    }
}
