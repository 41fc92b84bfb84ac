package dev.drover.agent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.agent.adapter.journal.FileJournal;
import dev.drover.agent.engine.Pace;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.policy.ZonePolicy;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class OptionsTest {
    private static final List<String> AGENT = List.of(
            "--host=h1",
            "--zone=z1",
            "--kafka=127.0.0.1:9092",
            "--journal=/tmp/journal",
            "--libvirt=qemu:///system",
            "--migration-uri=qemu+tcp://10.0.0.7/system",
            "--nic-mbit=10000");

    @TempDir
    Path folder;

    static Stream<Arguments> badAgentOptions() {
        return Stream.of(
                Arguments.of("--host=no spaces", "host is 'no spaces'; it must start with a letter"),
                Arguments.of("--zone=", "zone is ''; it must start with a letter"),
                Arguments.of("--kafka=localhost", "'localhost' is no address; give HOST:PORT, for example"),
                Arguments.of("--kafka=localhost:99999", "'localhost:99999' is no address; give HOST:PORT"),
                Arguments.of("--kafka=a:1,,b:2", "'' is no address; give HOST:PORT"),
                Arguments.of("--libvirt=system", "'system' names no driver; give a libvirt URI, for example"),
                Arguments.of("--libvirt=qemu: //x", "is no URI"),
                Arguments.of("--migration-uri=qemu:///system", "names no host; give what other hosts"),
                Arguments.of("--nic-mbit=fast", "'fast' is no whole number from 1 to 10000000; give one, for example"),
                Arguments.of("--nic-mbit=0", "'0' is no whole number from 1"),
                Arguments.of("--skew=-1s", "'-1s' is no time from 0s to 60s; give one with its unit, for example 2s"),
                Arguments.of("--skew=2", "'2' is no time"),
                Arguments.of("--skew=60001ms", "'60001ms' is no time from 0s to 60s"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badAgentOptions")
    void a_bad_option_is_one_line_that_names_it_and_the_cure(String bad, String complaint) {
        String name = bad.substring(0, bad.indexOf('='));
        List<String> arguments = new ArrayList<>(AGENT);
        arguments.removeIf(good -> good.startsWith(name + "="));
        arguments.add(bad);
        assertThat(complaintOf(AgentMain.command(), arguments))
                .singleElement()
                .asString()
                .contains("'" + name + "'")
                .contains(complaint);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"--skew=0s, 0", "--skew=500ms, 500", "--skew=60s, 60000"})
    void the_skew_is_as_told(String option, long milliseconds) {
        assertThat(settings(option).pace().skew()).isEqualTo(Duration.ofMillis(milliseconds));
    }

    @Test
    void the_skew_is_the_zones_unless_told_otherwise() {
        assertThat(settings("--with-parent").pace().skew())
                .isEqualTo(ZonePolicy.standard().skew())
                .isEqualTo(Pace.USUAL.skew());
    }

    @Test
    void a_missing_option_is_named() {
        List<String> arguments = new ArrayList<>(AGENT);
        arguments.remove("--zone=z1");
        assertThat(complaintOf(AgentMain.command(), arguments))
                .containsExactly("Missing required option: '--zone=ZONE'; add what is missing, --help explains it");
    }

    @Test
    void an_unknown_option_is_named() {
        List<String> arguments = new ArrayList<>(AGENT);
        arguments.add("--hots=h2");
        assertThat(complaintOf(AgentMain.command(), arguments))
                .containsExactly("Unknown option: '--hots=h2'; --help lists what there is");
    }

    @Test
    void a_fleet_has_at_least_two_hosts() {
        assertThat(complaintOf(
                        SimulatedFleetMain.command(),
                        List.of("--zone=z1", "--kafka=k:9092", "--journal=j", "--nic-mbit=1000", "--hosts=1")))
                .singleElement()
                .asString()
                .contains("'--hosts'")
                .contains("from 2 to 1000");
    }

    @Test
    void a_journal_in_use_is_the_fault_of_its_option() {
        new RememberedZone(folder).keep(ZoneLayout.only(new ZoneId("z1")));
        FileJournal held = FileJournal.open(folder.resolve("h1"));
        try (held) {
            assertThat(complaintOf(
                            SimulatedFleetMain.command(),
                            List.of("--zone=z1", "--kafka=127.0.0.1:1", "--journal=" + folder, "--nic-mbit=1000")))
                    .singleElement()
                    .asString()
                    .startsWith("--journal: ")
                    .contains("another agent");
        }
    }

    @Test
    void a_kafka_that_can_not_be_resolved_is_the_fault_of_its_option() {
        assertThat(complaintOf(
                        SimulatedFleetMain.command(),
                        List.of(
                                "--zone=z1",
                                "--kafka=no-such-host.invalid:9092",
                                "--journal=" + folder,
                                "--nic-mbit=1000")))
                .singleElement()
                .asString()
                .startsWith("--kafka: ")
                .contains("HOST:PORT");
    }

    private AgentSettings settings(String option) {
        CommonOptions options = new CommonOptions();
        new CommandLine(options).parseArgs("--zone=z1", "--kafka=k:9092", "--journal=j", "--nic-mbit=1000", option);
        return options.settings(ZoneLayout.only(new ZoneId("z1")), new HostId("h1"), folder);
    }

    private static List<String> complaintOf(Callable<Integer> command, List<String> arguments) {
        StringWriter err = new StringWriter();
        int code = Program.run(command, new PrintWriter(err), arguments.toArray(String[]::new));
        assertThat(code).isEqualTo(2);
        return err.toString().lines().toList();
    }
}
