package dev.drover.scheduler.domain.plan.bound;

import dev.drover.scheduler.domain.plan.bound.Pipes.Pipe;
import dev.drover.scheduler.domain.plan.problem.Network;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;

/**
 * How soon a network could carry all that hosts have to send. In so many seconds a link carries its capacity times that;
 * sought is the least time in which the largest flow is everything. A smallest cut that is too narrow says how long what
 * has to cross it takes; that time is tried next, until there is no such cut.
 */
final class MaxFlow {
    private static final double PRECISION = 1e-6;
    private static final int MOST_NAMES = 3;

    private final Network network;
    private final List<Pipe> pipes;
    private final double totalMbit;

    private MaxFlow(Network network, List<Pipe> pipes, double totalMbit) {
        this.network = network;
        this.pipes = pipes;
        this.totalMbit = totalMbit;
    }

    /** For what each host has to send. */
    static MaxFlow of(PlanningProblem problem, double[] hostMbit) {
        return new MaxFlow(
                problem.network(),
                Pipes.of(problem, hostMbit),
                Arrays.stream(hostMbit).sum());
    }

    /** Not before {@code known}. */
    LowerBound soonest(LowerBound known) {
        if (totalMbit == 0) {
            return known;
        }
        LowerBound bound = known;
        LowerBound next = throughCutAt(bound);
        while (next.seconds() > bound.seconds() * (1 + PRECISION)) {
            bound = next;
            next = throughCutAt(bound);
        }
        return bound;
    }

    private LowerBound throughCutAt(LowerBound tried) {
        Set<Integer> before = sourceSideAt(tried.seconds());
        List<Pipe> cut = pipes.stream()
                .filter(pipe -> before.contains(pipe.from()) && !before.contains(pipe.to()))
                .toList();
        double mbps = cut.stream().mapToDouble(Pipe::mbps).sum();
        double mbit = totalMbit - cut.stream().mapToDouble(Pipe::fixedMbit).sum();
        return mbps == 0 ? tried : new LowerBound(mbit / mbps, names(cut));
    }

    /** In parts of the whole, since the library compares with a fixed tolerance. */
    private Set<Integer> sourceSideAt(double seconds) {
        var graph = new SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        int origin = Pipes.origin(network);
        int drain = Pipes.drain(network);
        graph.addVertex(origin);
        graph.addVertex(drain);
        for (Pipe pipe : pipes) {
            graph.addVertex(pipe.from());
            graph.addVertex(pipe.to());
            graph.setEdgeWeight(graph.addEdge(pipe.from(), pipe.to()), pipe.mbitIn(seconds) / totalMbit);
        }
        var flow = new PushRelabelMFImpl<>(graph);
        flow.calculateMinCut(origin, drain);
        return flow.getSourcePartition();
    }

    private String names(List<Pipe> cut) {
        List<Integer> links =
                cut.stream().flatMap(pipe -> pipe.links().stream()).sorted().toList();
        String first = links.stream().limit(MOST_NAMES).map(network::linkName).collect(Collectors.joining(" + "));
        return links.size() <= MOST_NAMES ? first : first + " + " + (links.size() - MOST_NAMES) + " more";
    }
}
