package dev.drover.bench.result;

/**
 * Taking a zone over: from shutting out the earlier owner to the commit of the new epoch.
 *
 * @param fromSnapshotMillis with the newest snapshot
 * @param tailEvents how many events came after it and were replayed
 * @param fromStartMillis without any
 * @param logEvents how many events were replayed then
 * @param snapshotBytes values of the snapshot's records
 * @param snapshotRecords its chunks and its footer
 */
public record RestartResult(
        double fromSnapshotMillis,
        long tailEvents,
        double fromStartMillis,
        long logEvents,
        long snapshotBytes,
        long snapshotRecords) {}
