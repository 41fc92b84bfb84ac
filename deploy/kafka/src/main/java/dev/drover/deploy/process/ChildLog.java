package dev.drover.deploy.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The log file of a child, kept over restarts.
 *
 * @param file where it is
 * @param start its size in bytes when this child began
 */
record ChildLog(Path file, long start) {
    private static final int TAIL_LINES = 20;
    private static final int TAIL_BYTES = 16 * 1024;

    /** Creates the file and its folder when missing. */
    static ChildLog open(Path file) throws IOException {
        Path whole = file.toAbsolutePath();
        Files.createDirectories(whole.getParent());
        try (FileChannel channel = FileChannel.open(whole, CREATE, WRITE)) {
            return new ChildLog(whole, channel.size());
        }
    }

    /** Appends whole lines, also between those another process appends. What can't be written is dropped. */
    PrintStream appender() throws IOException {
        return new PrintStream(Files.newOutputStream(file, APPEND), true, UTF_8);
    }

    /** The last lines this child wrote, oldest first, without stack frames: they would hide the reasons. */
    List<String> tail() {
        // not a channel: an interrupted thread could not read from one
        try (RandomAccessFile whole = new RandomAccessFile(file.toFile(), "r")) {
            long written = Math.max(0, whole.length() - start);
            byte[] end = new byte[(int) Math.min(TAIL_BYTES, written)];
            whole.seek(whole.length() - end.length);
            whole.readFully(end);
            List<String> lines = new String(end, UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("\tat "))
                    .toList();
            return lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
        } catch (IOException e) {
            return List.of("(it can't be read: " + e + ")");
        }
    }
}
