package dev.drover.schema.forecast;

import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.util.List;

/**
 * What makes one migration like another: the class of its guest, its rate, its path, what else moves. Guests and rates
 * that differ by less than about two fifths are of one class.
 *
 * @param path between which hosts, in any words that tell paths apart
 */
public record Circumstances(String path, Bytes memory, BitsPerSecond rate, Neighbours neighbours) {
    private static final int CLASSES_AN_OCTAVE = 2;

    /** From what all migrations share to what only the closest relatives do. */
    List<String> kinship() {
        String guest = "memory " + octaves(memory.value()) + " rate " + octaves(rate.value());
        String crossed = guest + " crossed " + neighbours.destinationSends();
        String onPath = crossed + " path " + path;
        String exactly = onPath + " with " + neighbours.sourceReceives() + " " + neighbours.destinationReceives();
        return List.of("all", guest, crossed, onPath, exactly);
    }

    private static long octaves(long amount) {
        return Math.round(CLASSES_AN_OCTAVE * Math.log((double) Math.max(1, amount)) / Math.log(2));
    }
}
