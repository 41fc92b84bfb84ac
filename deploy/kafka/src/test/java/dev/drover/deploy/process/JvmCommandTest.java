package dev.drover.deploy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JvmCommandTest {
    private static final Path JAVA = Path.of("/opt/java");

    @Test
    void the_child_runs_our_java_with_our_class_path() {
        assertThat(JvmCommand.of(Puppet.class).words())
                .contains(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .containsSequence("-cp", System.getProperty("java.class.path"));
    }

    @Test
    void words_come_in_the_order_prefix_java_flags_class_path_main_class_arguments() {
        JvmCommand command = JvmCommand.of(Puppet.class, "one", "two words")
                .withJvmFlags("-Xmx32m")
                .withJvmFlags("-Da=b")
                .withPrefix("lab", "run", "h1");

        List<String> words = command.words(JAVA, "/lib/a.jar:/lib/b.jar", 21);

        assertThat(words).startsWith("lab", "run", "h1", "/bin/sh");
        assertThat(words)
                .endsWith(
                        "/opt/java/bin/java",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx32m",
                        "-Da=b",
                        "-cp",
                        "/lib/a.jar:/lib/b.jar",
                        "dev.drover.deploy.process.ChildMain",
                        "dev.drover.deploy.process.Puppet",
                        "one",
                        "two words");
    }

    @Test
    void the_flag_that_java_23_refuses_is_given_from_java_24_on() {
        JvmCommand command = JvmCommand.of(Puppet.class);

        assertThat(command.words(JAVA, "a", 23)).noneMatch(word -> word.contains("unsafe"));
        assertThat(command.words(JAVA, "a", 24)).contains("--sun-misc-unsafe-memory-access=allow");
    }

    @Test
    void relative_entries_of_the_class_path_hold_in_any_working_directory() {
        String here = Path.of("").toAbsolutePath().toString();

        assertThat(JvmCommand.of(Puppet.class).words(JAVA, "target/classes::/lib/a.jar", 21))
                .contains(here + "/target/classes:" + here + ":/lib/a.jar");
    }

    @Test
    void a_command_does_not_change() {
        JvmCommand command = JvmCommand.of(Puppet.class).withEnvironment("A", "1");
        command.withEnvironment("A", "2").withJvmFlags("-Xmx1g").withPrefix("nice");

        assertThat(command).isEqualTo(JvmCommand.of(Puppet.class).withEnvironment("A", "1"));
        assertThatThrownBy(() -> command.environment().put("B", "1")).isInstanceOf(UnsupportedOperationException.class);
    }
}
