package dev.drover.schema.sample;

import dev.drover.schema.id.Actor;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.CorrelationId;
import dev.drover.schema.id.DeviceId;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.id.RackId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.id.VmId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.inventory.BaseImage;
import dev.drover.schema.inventory.Hindrance;
import dev.drover.schema.inventory.HindranceKind;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.ImageFormat;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.message.Head;
import dev.drover.schema.report.ReportMark;
import dev.drover.schema.report.TransferFigures;
import dev.drover.schema.topology.Rack;
import dev.drover.schema.topology.Topology;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the samples are made of: one small fleet in which {@code r1-h1} is evacuated. */
final class Parts {
    static final ZoneId ZONE = new ZoneId("fra1");
    static final NodeId NODE = new NodeId("scheduler-1");
    static final HostId SOURCE = new HostId("r1-h1");
    static final HostId DESTINATION = new HostId("r2-h4");
    static final MigrationUri DESTINATION_URI = new MigrationUri("qemu+tcp://10.1.2.4/system");
    static final RackId RACK = new RackId("r1");
    static final IntentId INTENT = new IntentId("evacuate-r1-h1");
    static final IntentId OTHER_INTENT = new IntentId("anna-4711-2");
    static final MigrationId MIGRATION = new MigrationId("m-000042");
    static final Attempt ATTEMPT = new Attempt(2);
    static final Sequence COMMAND = new Sequence(7);
    static final VmId VM = VmId.of("6f1b2c3d-0000-4000-8000-000000000001");
    static final VmId OTHER_VM = VmId.of("6f1b2c3d-0000-4000-8000-000000000002");
    static final VmName NAME = new VmName("Kundenportal (Blau) №1");
    static final BitsPerSecond RATE = BitsPerSecond.mebibytesPerSecond(280);
    static final Instant AT = Instant.parse("2026-01-31T12:00:00.123456789Z");
    static final Instant LATER = Instant.parse("2026-01-31T12:05:30Z");
    static final ReportMark MARK = new ReportMark(SOURCE, new Incarnation(3), new Sequence(1041));

    static final TransferFigures FIGURES = new TransferFigures(
            Duration.ofMillis(48_210), Optional.of(Duration.ofMillis(87)), Bytes.mebibytes(9_216), 5);
    static final TransferFigures FIGURES_WITHOUT_BLACKOUT =
            new TransferFigures(Duration.ofMillis(48_210), Optional.empty(), Bytes.mebibytes(9_216), 5);

    static final Hindrance HELD =
            new Hindrance(HindranceKind.LOCAL_DISK, "its disk vda, /var/lib/vms/db-7.img, lies on its host alone");
    static final LocalDisk DISK = new LocalDisk(
            new DeviceId("vdb"),
            new FilePath("/var/lib/vms/db-7.qcow2"),
            ImageFormat.QCOW2,
            Bytes.gibibytes(40),
            Optional.of(new BaseImage(new FilePath("/var/lib/vms/debian-13.img"), ImageFormat.RAW)));
    static final HostFacts FACTS = new HostFacts(
            SOURCE,
            Bytes.gibibytes(768),
            BitsPerSecond.megabits(25_000),
            new MigrationUri("qemu+tcp://10.1.1.1/system"),
            List.of(
                    new VmFacts(VM, NAME, Bytes.gibibytes(8), VmState.RUNNING),
                    new VmFacts(
                            OTHER_VM,
                            new VmName("db-7"),
                            Bytes.gibibytes(256),
                            VmState.RUNNING,
                            List.of(HELD),
                            List.of(DISK))));

    static final DeviceId DEVICE = new DeviceId("hostdev0");
    static final Topology TOPOLOGY = new Topology(List.of(
            new Rack(RACK, List.of(SOURCE), BitsPerSecond.megabits(100_000), BitsPerSecond.megabits(80_000)),
            new Rack(
                    new RackId("r2"),
                    List.of(new HostId("r2-h3"), DESTINATION),
                    BitsPerSecond.megabits(100_000),
                    BitsPerSecond.megabits(100_000))));
    static final String EVIDENCE = "virsh list on both hosts: runs on r2-h4, \"shut off\" on r1-h1";

    private Parts() {}

    /** With everything a head may hold. */
    static Head head(String id) {
        return new Head(
                new MessageId(id),
                ZONE,
                AT,
                Actor.operator("anna"),
                Optional.of("Lüfter tauschen, ticket 4711"),
                Optional.of(new MessageId("fra1-m-000042-6")),
                Optional.of(new CorrelationId(INTENT.value())));
    }

    /** With nothing that may be missing. */
    static Head bareHead(String id) {
        return new Head(
                new MessageId(id),
                ZONE,
                AT,
                Actor.scheduler(NODE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
