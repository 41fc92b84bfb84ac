package dev.drover.agent.adapter.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.report.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libvirt.Error.ErrorDomain;
import org.libvirt.Error.ErrorNumber;

/** With the words of libvirt 11.3 and QEMU 10.0, as heard when it happened. */
class LibvirtErrorsTest {
    @Test
    void an_aborted_migration_was_aborted() {
        assertThat(LibvirtErrors.kind(
                        ErrorNumber.VIR_ERR_OPERATION_ABORTED,
                        ErrorDomain.VIR_FROM_QEMU,
                        "operation aborted: job 'migration out' canceled by client"))
                .isEqualTo(FailureKind.ABORTED);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "VIR_ERR_SYSTEM_ERROR     | unable to connect to server at '10.0.0.9:16509': Connection refused",
                "VIR_ERR_SYSTEM_ERROR     | unable to connect to server at '10.0.0.9:16509': No route to host",
                "VIR_ERR_SYSTEM_ERROR     | Unable to resolve address 'nowhere.invalid' service '16509': Temporary failure",
                "VIR_ERR_OPERATION_FAILED | operation failed: Lost connection to destination host",
                "VIR_ERR_OPERATION_FAILED | operation failed: migration failed. Message from the source host: operation "
                        + "failed: job 'migration out' failed: Channel error: Input/output error. Message from the "
                        + "destination host: internal error: QEMU unexpectedly closed the monitor (vm='g1')",
                "VIR_ERR_OPERATION_FAILED | operation failed: job 'migration out' failed: Channel error: Input/output error",
                "VIR_ERR_OPERATION_FAILED | job 'migration out' failed: Unable to read from socket: Connection reset by peer",
                "VIR_ERR_OPERATION_FAILED | job 'migration out' failed: Unable to write to socket: Connection reset by peer"
            })
    void a_destination_that_is_not_there_or_was_lost_is_unreachable(ErrorNumber code, String words) {
        assertThat(LibvirtErrors.kind(code, ErrorDomain.VIR_FROM_QEMU, words))
                .isEqualTo(FailureKind.DESTINATION_UNREACHABLE);
    }

    @Test
    void whatever_goes_wrong_between_two_libvirts_means_unreachable() {
        assertThat(LibvirtErrors.kind(
                        ErrorNumber.VIR_ERR_INTERNAL_ERROR,
                        ErrorDomain.VIR_FROM_RPC,
                        "internal error: client socket is closed"))
                .isEqualTo(FailureKind.DESTINATION_UNREACHABLE);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "VIR_ERR_OPERATION_FAILED   | operation failed: domain 'g1' already exists with uuid 0fe91e8b-8f11-4ed5-b756-90e0",
                "VIR_ERR_SYSTEM_ERROR       | Cannot check QEMU binary /usr/bin/qemu-other: No such file or directory",
                "VIR_ERR_SYSTEM_ERROR       | unable to stat: /root/kernel: No such file or directory",
                "VIR_ERR_CPU_INCOMPATIBLE   | guest CPU doesn't match specification: missing features: avx512f",
                "VIR_ERR_CONFIG_UNSUPPORTED | unsupported configuration: machine type 'pc-q35-99.0'"
            })
    void a_destination_that_has_no_place_for_the_vm_refused_it(ErrorNumber code, String words) {
        assertThat(LibvirtErrors.kind(code, ErrorDomain.VIR_FROM_QEMU, words))
                .isEqualTo(FailureKind.DESTINATION_REFUSED);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "VIR_ERR_MIGRATE_UNSAFE    | Unsafe migration: Migration without shared storage is unsafe",
                "VIR_ERR_OPERATION_INVALID | Requested operation is not valid: cannot migrate domain: Migration is disabled",
                "VIR_ERR_OPERATION_TIMEOUT | Timed out during operation: cannot acquire state change lock",
                "VIR_ERR_UNKNOWN           | something new"
            })
    void anything_else_is_left_to_whoever_reads_the_words(ErrorNumber code, String words) {
        assertThat(LibvirtErrors.kind(code, ErrorDomain.VIR_FROM_QEMU, words)).isEqualTo(FailureKind.HYPERVISOR_ERROR);
    }

    @Test
    void a_vm_that_libvirt_does_not_know_was_not_running() {
        assertThat(LibvirtErrors.kind(ErrorNumber.VIR_ERR_NO_DOMAIN, ErrorDomain.VIR_FROM_QEMU, "no domain"))
                .isEqualTo(FailureKind.VM_NOT_RUNNING);
    }
}
