package dev.drover.scheduler.domain.plan.bound;

import dev.drover.scheduler.domain.plan.problem.Network;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A network as pipes from what is to be sent to what takes it. Hosts at the rim are left out, so that the graph is no
 * larger than the number of switches: what such a host sends is known, and what those beside it receive is added up.
 */
final class Pipes {
    /**
     * @param fixedMbit what goes through whatever the time
     * @param mbps what goes through a second
     * @param links what it stands for
     */
    record Pipe(int from, int to, double fixedMbit, double mbps, List<Integer> links) {
        double mbitIn(double seconds) {
            return fixedMbit + mbps * seconds;
        }
    }

    private final PlanningProblem problem;
    private final Network network;
    private final double[] hostMbit;
    private final double totalMbit;
    private final boolean[] hasBelow;
    private final double[] sentBelow;
    private final double[] mbpsBelow;
    private final List<List<Integer>> receivers = new ArrayList<>();
    private final List<Pipe> pipes = new ArrayList<>();

    private Pipes(PlanningProblem problem, double[] hostMbit) {
        this.problem = problem;
        this.network = problem.network();
        this.hostMbit = hostMbit;
        this.totalMbit = Arrays.stream(hostMbit).sum();
        this.hasBelow = new boolean[network.nodeCount()];
        this.sentBelow = new double[network.nodeCount()];
        this.mbpsBelow = new double[network.nodeCount()];
        for (int node = 0; node < network.nodeCount(); node++) {
            receivers.add(new ArrayList<>());
            network.parent(node).ifPresent(above -> hasBelow[above] = true);
        }
    }

    /** For what each host has to send. */
    static List<Pipe> of(PlanningProblem problem, double[] hostMbit) {
        Pipes pipes = new Pipes(problem, hostMbit);
        for (int host = 0; host < hostMbit.length; host++) {
            pipes.gather(host);
        }
        for (int node = 0; node < pipes.hasBelow.length; node++) {
            if (pipes.hasBelow[node]) {
                pipes.lay(node);
            }
        }
        return pipes.pipes;
    }

    /** Where everything comes from. */
    static int origin(Network network) {
        return network.linkCount();
    }

    /** Where everything goes. */
    static int drain(Network network) {
        return network.linkCount() + 1;
    }

    private void gather(int host) {
        if (hasBelow[host]) {
            sentBelow[host] += hostMbit[host];
            return;
        }
        network.parent(host).ifPresent(above -> {
            sentBelow[above] += hostMbit[host];
            if (problem.hosts().get(host).takesVms()) {
                mbpsBelow[above] += network.capacityMbps(Network.down(host));
                receivers.get(above).add(Network.down(host));
            }
        });
    }

    /** In this graph a node's links are nodes: what goes up from it, and what comes down to it. */
    private void lay(int node) {
        int up = Network.up(node);
        int down = Network.down(node);
        pipes.add(new Pipe(origin(network), up, sentBelow[node], 0, List.of()));
        pipes.add(unlimited(up, down));
        pipes.add(new Pipe(down, drain(network), 0, mbpsBelow[node], receivers.get(node)));
        if (node < hostMbit.length && problem.hosts().get(node).takesVms()) {
            pipes.add(unlimited(down, drain(network)));
        }
        network.parent(node).ifPresent(above -> {
            pipes.add(new Pipe(up, Network.up(above), 0, network.capacityMbps(up), List.of(up)));
            pipes.add(new Pipe(Network.down(above), down, 0, network.capacityMbps(down), List.of(down)));
        });
    }

    private Pipe unlimited(int from, int to) {
        return new Pipe(from, to, 2 * totalMbit, 0, List.of());
    }
}
