package dev.drover.cli.terminal;

import java.io.PrintStream;
import java.util.List;

/**
 * Standard output with a block at its end that redraws itself. Where output is not a terminal there is no block, only
 * the lines above it, so that a log stays a log. Safe for use by many threads.
 */
public final class Screen {
    private final PrintStream out;
    private final boolean terminal;
    private final int width;
    private List<String> block = List.of();

    /** {@code width} bounds the lines of the block. */
    public Screen(PrintStream out, boolean terminal, int width) {
        this.out = out;
        this.terminal = terminal;
        this.width = width;
    }

    /** As {@code deploy/bin/drover} found it: it passes on what only a shell can know. */
    public static Screen standard() {
        boolean terminal = "true".equals(System.getProperty("drover.terminal"));
        return new Screen(System.out, terminal, Integer.getInteger("drover.columns", 100));
    }

    /** How many characters fit in a line. */
    public int width() {
        return width;
    }

    /** Prints a line that stays, above the block. */
    public synchronized void say(String line) {
        erase();
        out.println(line);
        draw(block);
    }

    /** Replaces the block. */
    public synchronized void show(List<String> lines) {
        erase();
        block = terminal ? List.copyOf(lines) : List.of();
        draw(block);
    }

    private void erase() {
        if (!block.isEmpty()) {
            out.printf("\u001b[%dA\u001b[J", block.size());
        }
    }

    private void draw(List<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }
}
