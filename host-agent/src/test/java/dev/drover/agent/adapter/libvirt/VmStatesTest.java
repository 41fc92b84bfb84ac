package dev.drover.agent.adapter.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.inventory.VmState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as in libvirt's {@code virDomainState} and its reasons, for libvirt-java has no names for the latter. */
class VmStatesTest {
    @Test
    void in_post_copy_a_vm_is_paused_here_for_one_of_two_reasons() {
        assertThat(VmStates.inPostCopy(3, 12)).as("post-copy").isTrue();
        assertThat(VmStates.inPostCopy(3, 13)).as("post-copy failed").isTrue();
        assertThat(VmStates.inPostCopy(3, 2)).as("the last pass of pre-copy").isFalse();
        assertThat(VmStates.inPostCopy(5, 12)).as("shut off").isFalse();
    }

    private static final int PAUSED = 3;
    private static final int SHUT_OFF = 5;
    private static final int MIGRATED = 4;

    @ParameterizedTest(name = "state {0}")
    @ValueSource(ints = {1, 2, 4})
    void running_blocked_and_shutting_down_run(int state) {
        assertThat(VmStates.of(state, 0, JobDirection.NONE)).isEqualTo(VmState.RUNNING);
    }

    @ParameterizedTest(name = "state {0}")
    @ValueSource(ints = {0, 8, 99})
    void what_libvirt_can_not_name_is_taken_to_run(int state) {
        assertThat(VmStates.of(state, 0, JobDirection.NONE)).isEqualTo(VmState.RUNNING);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"NONE,PAUSED", "OUTGOING,PAUSED", "OTHER,PAUSED", "INCOMING,INCOMING"})
    void a_paused_vm_is_incoming_only_while_it_migrates_to_here(JobDirection job, VmState expected) {
        assertThat(VmStates.of(PAUSED, 2, job)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "reason {0}")
    @ValueSource(ints = {12, 13})
    void a_vm_in_post_copy_leaves_whatever_its_job_and_one_that_comes_comes(int reason) {
        assertThat(VmStates.of(PAUSED, reason, JobDirection.OUTGOING)).isEqualTo(VmState.LEAVING);
        assertThat(VmStates.of(PAUSED, reason, JobDirection.NONE)).isEqualTo(VmState.LEAVING);
        assertThat(VmStates.of(PAUSED, reason, JobDirection.INCOMING)).isEqualTo(VmState.INCOMING);
    }

    @ParameterizedTest(name = "reason {0}")
    @ValueSource(ints = {0, 1, 2, 3, 5, 6, 7, 8})
    void a_vm_that_was_stopped_here_is_shut_off(int reason) {
        assertThat(VmStates.of(SHUT_OFF, reason, JobDirection.NONE)).isEqualTo(VmState.SHUT_OFF);
    }

    @Test
    void a_definition_whose_vm_went_to_another_host_is_migrated_away() {
        assertThat(VmStates.of(SHUT_OFF, MIGRATED, JobDirection.NONE)).isEqualTo(VmState.MIGRATED_AWAY);
    }

    @ParameterizedTest(name = "state {0}")
    @ValueSource(ints = {6, 7})
    void a_vm_that_crashed_or_suspended_itself_still_has_its_memory_here(int state) {
        assertThat(VmStates.of(state, 0, JobDirection.NONE)).isEqualTo(VmState.PAUSED);
    }

    @ParameterizedTest
    @EnumSource(JobDirection.class)
    void a_running_vm_runs_whatever_job_it_has(JobDirection job) {
        assertThat(VmStates.of(1, 0, job)).isEqualTo(VmState.RUNNING);
    }
}
