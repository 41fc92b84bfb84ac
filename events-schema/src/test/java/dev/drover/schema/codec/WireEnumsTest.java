package dev.drover.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.intent.OperatorVerdict;
import dev.drover.schema.intent.Priority;
import dev.drover.schema.intent.ReturnPolicy;
import dev.drover.schema.inventory.HindranceKind;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.RefusalReason;
import dev.drover.schema.transfer.Compression;
import org.junit.jupiter.api.Test;

/** The constants that stand in the log by name: a renamed one makes older records unreadable. */
class WireEnumsTest {
    @Test
    void names_on_the_wire_are_these() {
        assertThat(VmState.values())
                .extracting(Enum::name)
                .containsExactly("RUNNING", "PAUSED", "INCOMING", "LEAVING", "SHUT_OFF", "MIGRATED_AWAY");
        assertThat(HindranceKind.values())
                .extracting(Enum::name)
                .containsExactly("HOST_DEVICE", "HOST_FOLDER", "LOCAL_DISK", "ENCRYPTED_MEMORY", "NO_DEFINITION");
        assertThat(Compression.values()).extracting(Enum::name).containsExactly("NONE", "DELTA", "ZSTD");
        assertThat(IntentOutcome.values()).extracting(Enum::name).containsExactly("COMPLETED", "PARTIAL", "CANCELLED");
        assertThat(FailureKind.values())
                .extracting(Enum::name)
                .containsExactly(
                        "OUT_OF_TIME",
                        "ABORTED",
                        "DESTINATION_UNREACHABLE",
                        "DESTINATION_REFUSED",
                        "VM_NOT_RUNNING",
                        "HYPERVISOR_ERROR");
        assertThat(RefusalReason.values())
                .extracting(Enum::name)
                .containsExactly(
                        "EXPIRED",
                        "OLD_EPOCH",
                        "OLD_ATTEMPT",
                        "NOT_RUNNING_HERE",
                        "NOT_SUPPORTED",
                        "NO_JOURNAL",
                        "HYPERVISOR_ERROR");
        assertThat(Priority.values()).extracting(Enum::name).containsExactly("LOW", "NORMAL", "HIGH", "URGENT");
        assertThat(ReturnPolicy.values()).extracting(Enum::name).containsExactly("STAY", "RETURN");
        assertThat(OperatorVerdict.values())
                .extracting(Enum::name)
                .containsExactly("AT_SOURCE", "AT_DESTINATION", "LOST");
    }
}
