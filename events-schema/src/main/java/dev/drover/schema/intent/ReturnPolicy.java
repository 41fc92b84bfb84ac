package dev.drover.schema.intent;

/** What becomes of evacuated vms when their hosts are released. */
public enum ReturnPolicy {
    /** They stay where they are. */
    STAY,
    /** Those that left come back. */
    RETURN
}
