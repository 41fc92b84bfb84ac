package dev.drover.schema.inventory;

/** How the contents of a disk lie in its file. */
public enum ImageFormat {
    /** As they are. */
    RAW,
    /** In QEMU's own format, which may hold only what differs from another image. */
    QCOW2
}
