package dev.drover.schema.transfer;

/** Whether memory is made smaller on the way. */
public enum Compression {
    /** It goes as it is. */
    NONE,
    /** What changed of a page that was sent before ({@code xbzrle}): for pages that are rewritten in part. */
    DELTA,
    /** Each page by itself ({@code zstd}), by the threads of the parallel connections: costs processors at both ends. */
    ZSTD
}
