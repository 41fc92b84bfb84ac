package dev.drover.agent.adapter.kafka;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Which records are done with: the place to go on from is behind the last one that has nothing undone before it. */
final class CommandProgress {
    private final Deque<Delivery> undone = new ArrayDeque<>();

    private record Delivery(long offset, CompletableFuture<?> taken) {}

    void begun(long offset, CompletableFuture<?> taken) {
        undone.addLast(new Delivery(offset, taken));
    }

    int undone() {
        return undone.size();
    }

    /**
     * The offset to go on from, if it moved since it was last asked for.
     *
     * @throws java.util.concurrent.CompletionException when a record could not be taken
     */
    Optional<Long> advance() {
        Optional<Long> next = Optional.empty();
        while (!undone.isEmpty() && undone.getFirst().taken().isDone()) {
            undone.getFirst().taken().join();
            next = Optional.of(undone.removeFirst().offset() + 1);
        }
        return next;
    }
}
