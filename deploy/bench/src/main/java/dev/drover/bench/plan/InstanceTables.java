package dev.drover.bench.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drover.scheduler.domain.plan.problem.Cable;
import dev.drover.scheduler.domain.plan.problem.Demand;
import dev.drover.scheduler.domain.plan.problem.Network;
import dev.drover.scheduler.domain.plan.problem.PlannedHost;
import dev.drover.scheduler.domain.plan.problem.PlannedVm;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import dev.drover.scheduler.domain.plan.problem.Workload;
import dev.drover.schema.id.InvalidValueException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of an instance: hosts, switches, links, vms, rows without names of columns. */
final class InstanceTables {
    private static final double MIB_A_GIB = 1024;
    private static final String FORBIDDEN_ROLE = "source";

    private final JsonNode tree;
    private final List<String> nodes = new ArrayList<>();
    private final Map<String, Integer> placeOf = new HashMap<>();

    InstanceTables(JsonNode tree) {
        this.tree = tree;
    }

    /** Named as it says itself, or else like this. */
    PlanningProblem problem(String nameOfFile) {
        List<PlannedHost> hosts = new ArrayList<>();
        JsonNode hostRows = table("hosts");
        for (int i = 0; i < hostRows.size(); i++) {
            hosts.add(host(Row.of("hosts", i, hostRows.get(i), 6)));
        }
        for (JsonNode name : table("switches")) {
            addNode("switches", name.asText());
        }
        Network network = Network.of(nodes, cables());
        return new PlanningProblem(tree.path("name").asText(nameOfFile), hosts, network, vms(hosts.size()));
    }

    private JsonNode table(String name) {
        JsonNode table = tree.path(name);
        if (!table.isArray()) {
            throw new InvalidValueException(name, "is missing or no list; give a list, which may be empty");
        }
        return table;
    }

    private void addNode(String table, String name) {
        if (Optional.ofNullable(placeOf.putIfAbsent(name, nodes.size())).isPresent()) {
            throw new InvalidValueException(table, "name " + name + " twice; give each host and switch its own name");
        }
        nodes.add(name);
    }

    private PlannedHost host(Row row) {
        String name = row.text(0, "id");
        addNode("hosts", name);
        Demand capacity = new Demand((long) (row.number(3, "memCapacityGiB") * MIB_A_GIB), row.whole(2, "cpu"));
        return new PlannedHost(name, capacity, !row.text(5, "role").equals(FORBIDDEN_ROLE));
    }

    private List<Cable> cables() {
        List<Cable> cables = new ArrayList<>();
        JsonNode rows = table("links");
        for (int i = 0; i < rows.size(); i++) {
            Row row = Row.of("links", i, rows.get(i), 4);
            int a = node(row, 1, "a", nodes.size(), "hosts or switches");
            int b = node(row, 2, "b", nodes.size(), "hosts or switches");
            if (a == b) {
                throw row.wrong("b", "is " + nodes.get(b) + ", as a is; name the other end");
            }
            cables.add(new Cable(a, b, row.whole(3, "capacityMbps")));
        }
        return cables;
    }

    private List<PlannedVm> vms(int hosts) {
        List<PlannedVm> vms = new ArrayList<>();
        JsonNode rows = table("vms");
        Map<String, Integer> rowOf = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = Row.of("vms", i, rows.get(i), 9);
            PlannedVm vm = vm(row, hosts);
            if (Optional.ofNullable(rowOf.putIfAbsent(vm.id(), i)).isPresent()) {
                throw row.wrong("id", "is " + vm.id() + ", as of an earlier row; give each vm its own name");
            }
            vms.add(vm);
        }
        return vms;
    }

    private PlannedVm vm(Row row, int hosts) {
        return new PlannedVm(
                row.text(0, "id"),
                node(row, 1, "source", hosts, "hosts"),
                node(row, 2, "destination", hosts, "hosts"),
                new Demand((long) Math.ceil(row.number(4, "memDemandGiB") * MIB_A_GIB), row.whole(5, "cpu")),
                workload(row));
    }

    private static Workload workload(Row row) {
        double hotMB = row.number(6, "hotDirtySize");
        double hotSeconds = row.number(7, "hotDirtyDuration");
        if (hotMB > 0 && hotSeconds == 0) {
            throw row.wrong("hotDirtyDuration", "is 0 beside hot memory; give the seconds to write it once");
        }
        return new Workload(row.number(3, "memUsed"), hotMB, hotSeconds, row.number(8, "coldDirtyRate"));
    }

    /** One of the first {@code known} nodes, which are those of {@code tables}. */
    private int node(Row row, int column, String columnName, int known, String tables) {
        String name = row.text(column, columnName);
        return Optional.ofNullable(placeOf.get(name))
                .filter(place -> place < known)
                .orElseThrow(() ->
                        row.wrong(columnName, "is " + name + ", which is not listed there; list it under " + tables));
    }
}
