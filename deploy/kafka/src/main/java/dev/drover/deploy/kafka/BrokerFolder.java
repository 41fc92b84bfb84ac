package dev.drover.deploy.kafka;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A folder that belongs to one broker.
 *
 * @param path holds {@code data}, which is Kafka's, {@code broker.log}, {@code broker.port} with the port it had last,
 *     and {@code broker.lock}, which is locked while a broker runs
 */
record BrokerFolder(Path path) {
    /**
     * The broker's folder at this path, created when missing.
     *
     * @throws BrokerFailedException when it can't be written or is used for something else
     */
    static BrokerFolder at(Path path) {
        BrokerFolder folder = new BrokerFolder(path.toAbsolutePath().normalize());
        try {
            Files.createDirectories(folder.path);
            folder.requireOurs();
            Files.delete(Files.createTempFile(folder.path, "broker.", ".probe"));
        } catch (IOException e) {
            throw new BrokerFailedException(
                    "the folder " + path + " can't be written (" + e + "); choose another one, or correct its rights",
                    e);
        }
        return folder;
    }

    /** Where the broker logs. */
    Path log() {
        return path.resolve("broker.log");
    }

    /** Where Kafka's data is, or will be once formatted. */
    Path data() {
        return path.resolve("data");
    }

    /** Where data is formatted, to become {@link #data} in one step. */
    Path unfinishedData() {
        return path.resolve("data.new");
    }

    /**
     * Keeps other brokers out until this process ends, after waiting for one that is about to end.
     *
     * @throws BrokerFailedException when another one still runs on it after this time
     */
    FileLock lock(Duration patience) throws IOException, InterruptedException {
        FileChannel channel = FileChannel.open(path.resolve("broker.lock"), CREATE, WRITE);
        long deadline = System.nanoTime() + patience.toNanos();
        Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
        while (lock.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(50);
            lock = Optional.ofNullable(channel.tryLock());
        }
        return lock.orElseThrow(() -> new BrokerFailedException(
                "another broker runs on " + path + "; stop it first, or choose another folder"));
    }

    /** The port of the last start; empty before the first. */
    OptionalInt lastPort() throws IOException {
        Path file = portFile();
        if (!Files.exists(file)) {
            return OptionalInt.empty();
        }
        String text = Files.readString(file).strip();
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new BrokerFailedException(file + " holds '" + text + "', which is no port; delete the file");
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    /** Keeps the port for the next start. */
    void rememberPort(int port) throws IOException {
        Path draft = path.resolve("broker.port.new");
        Files.writeString(draft, port + "\n");
        Files.move(draft, portFile(), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path portFile() {
        return path.resolve("broker.port");
    }

    private void requireOurs() throws IOException {
        if (Files.exists(data())) {
            return;
        }
        try (Stream<Path> entries = Files.list(path)) {
            List<String> foreign = entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.startsWith("broker.") && !name.equals("data.new"))
                    .sorted()
                    .toList();
            if (!foreign.isEmpty()) {
                throw new BrokerFailedException("the folder " + path + " holds no broker but other files ("
                        + foreign.getFirst() + ", ...); choose an empty folder or a new one");
            }
        }
    }
}
