package dev.drover.agent.adapter.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.agent.port.Await;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.unit.BitsPerSecond;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/** Two libvirt hosts, h1 and h2, of the project's own lab, apart from any other lab of this machine. */
final class Lab implements AutoCloseable {
    /** The serial log of a guest grows by a line a second. */
    private static final Duration BOOT = Duration.ofSeconds(30);

    private static final int NIC_MEGABITS = 200;
    private static final Path COMMAND =
            Path.of("..", "deploy", "lab", "lab").toAbsolutePath().normalize();

    private final Path home;
    private final Map<String, String> settings;

    private Lab(int number) {
        String name = "dlv" + number;
        this.home = Path.of("/var/tmp/drover-lab-" + name);
        this.settings = Map.of(
                "LAB_NAME",
                name,
                "LAB_HOME",
                home.toString(),
                "LAB_DATA_NET",
                "10." + (100 + 2 * number),
                "LAB_MGMT_NET",
                "10." + (101 + 2 * number));
    }

    /**
     * Removes what an earlier run may have left, and starts both hosts. Test classes that may run at the same time take
     * different numbers, from 1 to 4.
     */
    static Lab up(int number) {
        Lab lab = new Lab(number);
        lab.close();
        lab.run("up", "--hosts", "2", "--racks", "1", "--nic-mbit", String.valueOf(NIC_MEGABITS));
        return lab;
    }

    /** A new connection to a host's libvirt; the caller closes it. */
    LibvirtHypervisor connect(String host) {
        return LibvirtHypervisor.connect(settings(host));
    }

    LibvirtSettings settings(String host) {
        Properties facts = new Properties();
        try (var file =
                Files.newBufferedReader(home.resolve("hosts").resolve(host).resolve("host.properties"))) {
            facts.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LibvirtSettings(
                new HostId(host),
                facts.getProperty("uri"),
                BitsPerSecond.megabits(NIC_MEGABITS),
                new MigrationUri(facts.getProperty("migrate_uri")));
    }

    /** Starts a guest with {@code lab vm start}'s options and returns when it says that it works. */
    VmId startGuest(String host, String name, String... options) {
        List<String> command = new ArrayList<>(List.of("vm", "start", host, name));
        command.addAll(List.of(options));
        run(command.toArray(String[]::new));
        awaitTick(name, 1);
        return id(host, name);
    }

    VmId id(String host, String name) {
        return VmId.of(virsh(host, "domuuid", name));
    }

    /** How {@code lab vm start} would define a guest. */
    String xml(String name) {
        return run("vm", "xml", name);
    }

    /** Defines a vm without starting it. */
    void define(String host, String xml) {
        try {
            Files.writeString(home.resolve("hosts").resolve(host).resolve("run").resolve("test.xml"), xml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        virsh(host, "define", "/run/test.xml");
    }

    /** The guest's memory is intact, and it ran in one place at a time and still does. */
    void assertIntact(String name) {
        // Long enough for it to have looked at all of its memory where it runs now.
        awaitTick(name, lastTick(name) + 3);
        run("vm", "check", name);
    }

    private void awaitTick(String name, int tick) {
        Await.until("line " + tick + " of guest " + name, BOOT, () -> lastTick(name) >= tick);
    }

    private int lastTick(String name) {
        String log = tryRun("vm", "log", name).output;
        return Pattern.compile(" tick=(\\d+) ")
                .matcher(log)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElse(0);
    }

    /** Away with every vm of both hosts, and with every cut of the network. */
    void clear() {
        run("net", "heal");
        for (String host : List.of("h1", "h2")) {
            virsh(host, "list", "--all", "--name")
                    .lines()
                    .filter(name -> !name.isBlank())
                    .forEach(name -> tryRun("vm", "stop", host, name));
        }
    }

    String virsh(String host, String... arguments) {
        List<String> command = new ArrayList<>(List.of("exec", host, "virsh", "-q"));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new)).strip();
    }

    /** The output of a lab command that must succeed. */
    String run(String... arguments) {
        Ended ended = tryRun(arguments);
        assertThat(ended.status)
                .as("lab %s%n%s", String.join(" ", arguments), ended.output)
                .isZero();
        return ended.output;
    }

    private Ended tryRun(String... arguments) {
        List<String> command = new ArrayList<>(List.of(COMMAND.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(settings);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the lab was at work", e);
        }
    }

    @Override
    public void close() {
        run("down");
    }

    private record Ended(int status, String output) {}
}
