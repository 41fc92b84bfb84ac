package dev.drover.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void onATerminalTheBlockIsDrawnAnewBelowWhatWasSaid() {
        Screen screen = new Screen(out, true, 80);

        screen.show(List.of("one", "two"));
        screen.say("news");

        assertThat(printed()).isEqualTo("one\ntwo\n\u001b[2A\u001b[Jnews\none\ntwo\n");
    }

    @Test
    void anEmptyBlockTakesTheOldOneAway() {
        Screen screen = new Screen(out, true, 80);

        screen.show(List.of("one"));
        screen.show(List.of());

        assertThat(printed()).isEqualTo("one\n\u001b[1A\u001b[J");
    }

    @Test
    void withoutATerminalThereIsNoBlockAndNoControlSequence() {
        Screen screen = new Screen(out, false, 80);

        screen.show(List.of("one"));
        screen.say("news");

        assertThat(printed()).isEqualTo("news\n");
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
