package dev.drover.schema.sample;

import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.LogPosition;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.intent.EvacuateHosts;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.snapshot.AnsweredEntry;
import dev.drover.schema.snapshot.BlockedEntry;
import dev.drover.schema.snapshot.CordonEntry;
import dev.drover.schema.snapshot.HomeEntry;
import dev.drover.schema.snapshot.HostEntry;
import dev.drover.schema.snapshot.LeaseEntry;
import dev.drover.schema.snapshot.MarkEntry;
import dev.drover.schema.snapshot.MigrationEntry;
import dev.drover.schema.snapshot.ProgressEntry;
import dev.drover.schema.snapshot.QuarantineEntry;
import dev.drover.schema.snapshot.RulesEntry;
import dev.drover.schema.snapshot.SnapshotChunk;
import dev.drover.schema.snapshot.SnapshotEntry;
import dev.drover.schema.snapshot.SnapshotFooter;
import dev.drover.schema.snapshot.SnapshotPart;
import dev.drover.schema.snapshot.TaskEntry;
import dev.drover.schema.topology.Topology;
import dev.drover.schema.transfer.CopyMode;
import dev.drover.schema.unit.Bytes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a zone puts aside. */
final class SnapshotSamples {
    private static final MigrationPlanned PLAN = new MigrationPlanned(
            Parts.MIGRATION, Parts.INTENT, Parts.VM, Parts.NAME, Bytes.gibibytes(8), Parts.SOURCE, Parts.DESTINATION);

    /** One of each kind. */
    private static final List<SnapshotEntry> ENTRIES = List.of(
            new ProgressEntry(new Epoch(12), Parts.AT, Optional.of(new InboxOffset(88_017)), 1),
            new RulesEntry(Topology.EMPTY, Optional.of(ZonePolicy.standard()), Optional.of(new IntentId("stop-all"))),
            new MarkEntry(Parts.MARK),
            new HostEntry(Parts.FACTS),
            new CordonEntry(Parts.DESTINATION, new IntentId("cordon-r2-h4")),
            new QuarantineEntry(Parts.SOURCE, "its clock is 4012 ms ahead"),
            new TaskEntry(EvacuateHosts.of(Parts.INTENT, Parts.SOURCE), "ACTIVE", List.of(Parts.SOURCE), false),
            new HomeEntry(Parts.INTENT, Parts.VM, Parts.SOURCE),
            new BlockedEntry(Parts.INTENT, Parts.OTHER_VM, "db-7 is shut off; start it, or move its definition"),
            new AnsweredEntry(new IntentId("drain-of-may"), 80_001),
            new MigrationEntry(
                    PLAN,
                    "RUNNING",
                    Parts.ATTEMPT,
                    Optional.of(new Sequence(5)),
                    Optional.of(Parts.COMMAND),
                    Parts.AT,
                    Parts.LATER,
                    1,
                    Optional.empty(),
                    Optional.of(CopyMode.FULL)),
            new LeaseEntry(Parts.MIGRATION, Parts.RATE, Parts.RATE, Parts.COMMAND, true, Parts.LATER));

    static final Map<String, SnapshotPart> PARTS = Map.of(
            "snapshot.chunk",
            new SnapshotChunk(90_210, 3, ENTRIES),
            "snapshot.footer",
            new SnapshotFooter(
                    90_210,
                    4,
                    new LogPosition(180_411),
                    Parts.AT,
                    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"));

    private SnapshotSamples() {}
}
