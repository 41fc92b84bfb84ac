package dev.drover.deploy.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a child JVM shall run: a public main class of our own class path.
 *
 * @param mainClass its fully qualified name
 * @param arguments what its main method gets
 * @param jvmFlags for the child's own JVM, such as {@code -Xmx256m}
 * @param environment added to the environment of this process
 * @param prefix a command that puts the child somewhere, such as {@code lab run h1}; it must end in exec, so that the
 *     child keeps the pid, the standard streams and the signals; empty for none
 */
public record JvmCommand(
        String mainClass,
        List<String> arguments,
        List<String> jvmFlags,
        SortedMap<String, String> environment,
        List<String> prefix) {

    /**
     * Ctrl-C in a terminal goes to all processes at once. The parent alone shall hear it, because it knows the order
     * in which to end its children. The JVM leaves a signal alone that was ignored before it started.
     */
    private static final List<String> DEAF_TO_THE_TERMINAL =
            List.of("/bin/sh", "-c", "trap '' HUP INT; exec \"$@\"", "sh");

    public JvmCommand {
        arguments = List.copyOf(arguments);
        jvmFlags = List.copyOf(jvmFlags);
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
        prefix = List.copyOf(prefix);
    }

    /** Runs this class with these arguments, and nothing special. */
    public static JvmCommand of(Class<?> main, String... arguments) {
        return new JvmCommand(main.getName(), List.of(arguments), List.of(), new TreeMap<>(), List.of());
    }

    /** The same with more flags for the JVM. */
    public JvmCommand withJvmFlags(String... more) {
        return new JvmCommand(mainClass, arguments, joined(jvmFlags, List.of(more)), environment, prefix);
    }

    /** The same with one more environment variable. */
    public JvmCommand withEnvironment(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(environment);
        more.put(name, value);
        return new JvmCommand(mainClass, arguments, jvmFlags, more, prefix);
    }

    /** The same behind this prefix, which replaces an earlier one. */
    public JvmCommand withPrefix(String... words) {
        return new JvmCommand(mainClass, arguments, jvmFlags, environment, List.of(words));
    }

    /** The words to execute for a child of the JVM that runs this: same Java, same class path, none of its flags. */
    public List<String> words() {
        return words(
                Path.of(System.getProperty("java.home")),
                System.getProperty("java.class.path"),
                Runtime.version().feature());
    }

    List<String> words(Path javaHome, String classPath, int javaVersion) {
        List<String> java = new ArrayList<>(List.of(javaHome.resolve("bin/java").toString()));
        java.add("--enable-native-access=ALL-UNNAMED");
        if (javaVersion >= 24) { // older ones refuse to start with it
            java.add("--sun-misc-unsafe-memory-access=allow");
        }
        java.addAll(jvmFlags);
        java.addAll(List.of("-cp", absolute(classPath), ChildMain.class.getName(), mainClass));
        java.addAll(arguments);
        return joined(joined(prefix, DEAF_TO_THE_TERMINAL), java);
    }

    // A prefix may change the working directory.
    private static String absolute(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
