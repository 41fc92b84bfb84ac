package dev.drover.schema.forecast;

/**
 * What else moves when a migration starts. A link carries both ways at once, yet a host that receives must acknowledge:
 * while it sends as well, its acknowledgements wait behind that, and who sends to it waits for them.
 *
 * @param destinationSends the destination sends another guest away
 * @param sourceReceives the source receives another guest
 * @param destinationReceives the destination receives another guest as well
 */
public record Neighbours(boolean destinationSends, boolean sourceReceives, boolean destinationReceives) {
    /** Nothing else moves at either end. */
    public static final Neighbours NONE = new Neighbours(false, false, false);
}
