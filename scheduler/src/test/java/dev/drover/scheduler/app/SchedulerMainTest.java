package dev.drover.scheduler.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulerMainTest {
    private final StringWriter err = new StringWriter();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--kafka localhost:9092 | Missing required option: '--node=<node>'; see --help",
                "--node n1 | Missing required option: '--kafka=<kafka>'; see --help",
                "--node n1 --kafka localhost:9092 --speed 9 | Unknown options: '--speed', '9'; see --help",
                "--node n1 --kafka localhost:9092 --parallel many | Invalid value for option '--parallel': 'many' is "
                        + "not an int; see --help",
                "--node n1 --kafka localhost:9092 --parallel 0 | parallelOut is 0; it must be at least 1",
                "--node n1 --kafka localhost:9092 --link-share 120 | linkSharePercent is 120; it must be 1 to 100",
                "--node -n1 --kafka localhost:9092 | node is '-n1'; it must start with a letter or digit and go on "
                        + "with those or . _ : -",
                "--node n1 --zone /z --kafka localhost:9092 | zone is '/z'; it must start with a letter or digit and "
                        + "go on with those or . _ : -",
                "--node n1 --zone a,/z --kafka localhost:9092 | zone is '/z'; it must start with a letter or digit and "
                        + "go on with those or . _ : -",
                "--node n1 --kafka localhost:9092 --session-timeout 3 | Invalid value for option '--session-timeout': '3' "
                        + "is no time; give a whole number and ms, s or m, for example 3s; see --help",
                "--node n1 --kafka localhost:9092 --session-timeout 999ms | session-timeout is 999 ms; it must be 1000 to "
                        + "300000 ms",
                "--node n1 --kafka localhost:9092 --session-timeout 6m | session-timeout is 360000 ms; it must be 1000 to "
                        + "300000 ms",
                "--node n1 --kafka nonsense | kafka is 'nonsense': Invalid url in bootstrap.servers: nonsense",
            })
    void a_wrong_option_is_answered_with_one_line_and_exit_code_2(String arguments, String answer) {
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString().lines()).containsExactly("drover-scheduler: " + answer);
    }

    @Test
    void a_broker_that_is_not_there_is_named_in_one_line_and_the_exit_code_is_1() throws IOException {
        String nobody = "127.0.0.1:" + freePort();
        assertThat(run("--node n1 --kafka " + nobody)).isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("drover-scheduler: Kafka at " + nobody
                        + " does not answer within 10 s; is it running, and is that its address? (");
    }

    private int run(String arguments) {
        return SchedulerMain.commandLine().setErr(new PrintWriter(err, true)).execute(arguments.split(" "));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
