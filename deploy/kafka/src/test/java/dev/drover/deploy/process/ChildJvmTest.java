package dev.drover.deploy.process;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private Path log;

    @BeforeEach
    void chooseLog() {
        log = folder.resolve("logs/child.log");
    }

    @Test
    void readiness_is_a_line_of_standard_output_that_may_say_more() {
        try (ChildJvm plain = start("say=READYING", "say=READY", "wait");
                ChildJvm talkative = start("say=READY  127.0.0.1:80 ", "wait")) {
            assertThat(plain.awaitReady(SOON)).isEmpty();
            assertThat(talkative.awaitReady(SOON)).isEqualTo("127.0.0.1:80");
        }
    }

    @Test
    void arguments_and_environment_reach_the_main_class() {
        JvmCommand command = JvmCommand.of(Puppet.class, "say=READY two words; $HOME", "say-variable=COLOUR", "wait")
                .withEnvironment("COLOUR", "blue");
        List<String> heard = new CopyOnWriteArrayList<>();

        try (ChildJvm child = ChildJvm.start(command, log, heard::add)) {
            assertThat(child.awaitReady(SOON)).isEqualTo("two words; $HOME");
        }

        assertThat(heard).containsExactly("READY two words; $HOME", "blue");
    }

    @Test
    void the_pid_is_that_of_the_jvm_also_behind_a_prefix() {
        JvmCommand command = JvmCommand.of(Puppet.class, "say-variable=VIA", "say-pid=READY ", "wait")
                .withPrefix("env", "VIA=prefix");

        try (ChildJvm child = ChildJvm.start(command, log)) {
            assertThat(child.awaitReady(SOON)).isEqualTo(Long.toString(child.pid()));
        }
        assertThat(log).content().contains("prefix");
    }

    @Test
    void the_log_holds_standard_output_and_error_of_all_starts() {
        for (String word : List.of("first", "second")) {
            try (ChildJvm child = start("complain=" + word + " complaint", "say=READY " + word, "wait")) {
                child.awaitReady(SOON);
            }
        }

        assertThat(log).content().contains("first complaint", "READY first", "second complaint", "READY second");
    }

    @Test
    void a_child_that_is_stopped_ends_in_order() {
        ChildJvm child = start("on-end-complain=good bye", "say=READY", "wait");
        child.awaitReady(SOON);
        assertThat(child.isAlive()).isTrue();
        assertThat(child.exitCode()).isEmpty();

        child.close();

        assertThat(child.isAlive()).isFalse();
        assertThat(child.exitCode()).hasValue(0);
        assertThat(log).content().contains("good bye");
    }

    @Test
    void a_child_that_does_not_end_within_its_grace_is_killed() {
        ChildJvm child = start("on-end-hang", "say=READY", "wait");
        child.awaitReady(SOON);

        child.stop(Duration.ofMillis(300));

        assertThat(child.exitCode()).hasValue(128 + 9);
    }

    @Test
    void a_killed_child_has_no_time_for_anything() throws Exception {
        ChildJvm child = start("on-end-complain=good bye", "say=READY", "wait");
        child.awaitReady(SOON);

        child.kill();

        assertThat(child.ended().get(20, SECONDS)).isEqualTo(128 + 9);
        assertThat(log).content().doesNotContain("good bye");
    }

    @Test
    void the_signals_of_a_terminal_are_for_the_parent_alone() throws Exception {
        ChildJvm child = start("say=READY", "wait");
        child.awaitReady(SOON);

        for (String signal : List.of("INT", "HUP")) {
            new ProcessBuilder("kill", "-" + signal, Long.toString(child.pid()))
                    .start()
                    .waitFor();
        }
        assertThatThrownBy(() -> child.ended().get(1, SECONDS)).isInstanceOf(TimeoutException.class);

        child.close();
        assertThat(child.exitCode()).hasValue(0);
    }

    @Test
    void a_child_dies_with_its_parent_however_that_dies() throws Exception {
        ChildJvm parent = start("start-child=" + folder.resolve("grandchild.log"), "wait");
        ProcessHandle grandchild =
                ProcessHandle.of(Long.parseLong(parent.awaitReady(SOON))).orElseThrow();

        parent.kill();

        assertThat(grandchild.onExit().get(20, SECONDS).isAlive()).isFalse();
    }

    @Test
    void a_child_that_ends_before_it_is_ready_is_an_error_with_its_last_words() throws Exception {
        try (ChildJvm before = start("complain=old news")) {
            before.ended().get(20, SECONDS);
        }
        ChildJvm child = start("say=hello", "complain=the disk is full", "exit=3");

        assertThatThrownBy(() -> child.awaitReady(SOON))
                .isInstanceOf(ChildFailedException.class)
                .hasMessageContainingAll("Puppet ended with exit code 3", log.toString(), "hello", "the disk is full")
                .message()
                .doesNotContain("old news");
    }

    @Test
    void an_exception_from_main_ends_the_child_and_is_named_without_its_frames() {
        ChildJvm child = start("fail=no such luck");

        assertThatThrownBy(() -> child.awaitReady(SOON))
                .hasMessageContainingAll("exit code 1", "IllegalStateException: no such luck")
                .message()
                .doesNotContain("\tat ");
    }

    @Test
    void a_child_that_is_not_ready_in_time_is_killed() {
        ChildJvm child = start("complain=still busy", "wait");

        assertThatThrownBy(() -> child.awaitReady(Duration.ofMillis(700)))
                .isInstanceOf(ChildFailedException.class)
                .hasMessageContaining("not ready within PT0.7S");
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void an_interrupted_wait_kills_the_child_and_stays_interrupted() {
        ChildJvm child = start("wait");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> child.awaitReady(SOON)).hasMessageContaining("interrupted");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void a_failing_listener_stops_neither_the_child_nor_the_others_that_wait() {
        JvmCommand command = JvmCommand.of(Puppet.class, "say=hello", "say=READY", "wait");

        try (ChildJvm child = ChildJvm.start(command, log, line -> {
            throw new IllegalStateException("deaf to " + line);
        })) {
            assertThat(child.awaitReady(SOON)).isEmpty();
        }
        assertThat(log).content().contains("deaf to hello");
    }

    @Test
    void a_missing_main_class_is_named() {
        JvmCommand command = new JvmCommand(
                "dev.drover.Missing",
                List.of(),
                List.of(),
                JvmCommand.of(Puppet.class).environment(),
                List.of());
        ChildJvm child = ChildJvm.start(command, log);

        assertThatThrownBy(() -> child.awaitReady(SOON))
                .hasMessageContaining("ClassNotFoundException: dev.drover.Missing");
    }

    @Test
    void a_prefix_that_is_no_command_is_named() {
        JvmCommand command = JvmCommand.of(Puppet.class).withPrefix("/no/such/command");

        assertThatThrownBy(() -> ChildJvm.start(command, log))
                .isInstanceOf(ChildFailedException.class)
                .hasMessageContaining("/no/such/command");
    }

    @Test
    void a_log_that_cannot_be_written_is_named() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> ChildJvm.start(JvmCommand.of(Puppet.class), file.resolve("child.log")))
                .isInstanceOf(ChildFailedException.class)
                .hasMessageContaining(file + "/child.log");
    }

    private ChildJvm start(String... acts) {
        return ChildJvm.start(
                JvmCommand.of(Puppet.class, acts).withJvmFlags("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), log);
    }
}
