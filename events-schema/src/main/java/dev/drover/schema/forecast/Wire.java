package dev.drover.schema.forecast;

/**
 * What it takes to send memory over a link, in bytes on the link for a byte of memory. Nothing here was fitted.
 *
 * <ul>
 *   <li>QEMU puts 8 bytes, address and flags, before each page of 4096, and sends 9 for a page of zeros (QEMU's
 *       documentation of the migration stream, {@code docs/devel/migration}; {@code migration/ram.c}).
 *   <li>TCP over IPv4 with time stamps (RFC 7323) and an MTU of 1500 carries 1448 bytes in a frame, which takes 1538 on
 *       Ethernet: 14 header, 4 checksum, 8 preamble, 12 gap (IEEE 802.3).
 * </ul>
 */
final class Wire {
    private static final double PAGE = 4096;
    private static final double PAGE_HEADER = 8;
    private static final double ZERO_PAGE = 9;
    private static final double SEGMENT = 1448;
    private static final double FRAME = 1538;
    private static final double FRAMES_FOR_DATA = FRAME / SEGMENT;

    private Wire() {}

    /** For pages that hold something. */
    static double bytesForPages(double memory) {
        return memory * (PAGE + PAGE_HEADER) / PAGE * FRAMES_FOR_DATA;
    }

    /** For pages of zeros. */
    static double bytesForZeros(double memory) {
        return memory * ZERO_PAGE / PAGE * FRAMES_FOR_DATA;
    }
}
