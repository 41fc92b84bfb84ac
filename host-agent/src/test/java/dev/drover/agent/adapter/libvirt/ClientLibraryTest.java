package dev.drover.agent.adapter.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.agent.port.HypervisorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientLibraryTest {
    @TempDir
    Path empty;

    /** What the other JVM does. */
    public static final class Child {
        private Child() {}

        /** Says what came of asking for the library, twice as a retry would. */
        public static void main(String[] arguments) {
            for (int i = 0; i < 2; i++) {
                try {
                    ClientLibrary.require();
                    System.out.println("it is there");
                } catch (HypervisorException e) {
                    System.out.println(e.getMessage());
                }
            }
        }
    }

    @Test
    void a_machine_without_libvirt_gets_an_error_that_names_the_package_to_install() throws Exception {
        List<String> said = child(Files.createFile(empty.resolve("libvirt.so")).getParent());
        assertThat(said)
                .filteredOn(line -> !line.isBlank())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .isEqualTo("libvirt's client library libvirt.so.0 can't be used on this machine; install it "
                                + "(Debian: libvirt0, Fedora: libvirt-libs)"));
    }

    /** JNA is shown only a folder with a library that is none, whatever this machine has. */
    private static List<String> child(Path libraries) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Djna.platform.library.path=" + libraries,
                        "-Djna.library.path=" + libraries,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output.lines().toList();
    }
}
