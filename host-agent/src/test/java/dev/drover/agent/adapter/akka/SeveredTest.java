package dev.drover.agent.adapter.akka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.agent.domain.Commands;
import dev.drover.schema.command.SetRate;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.CommandRefused;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.report.MigrationEnded;
import dev.drover.schema.report.MigrationStarted;
import dev.drover.schema.report.PostCopyFailed;
import dev.drover.schema.report.RefusalReason;
import dev.drover.schema.report.SourceVerdict;
import org.junit.jupiter.api.Test;

/** A migration whose ends lose each other in post-copy: what the guest left behind is waited with. */
class SeveredTest extends AgentScene {
    @Test
    void it_is_said_once_and_over_when_both_ends_have_found_each_other() {
        begin();
        sever();
        assertThat(reports.first(PostCopyFailed.class).detail())
                .startsWith("post-copy failed: heard nothing from host h2");
        assertAt(H1, VmState.LEAVING);
        assertAt(H2, VmState.RUNNING);
        agent.obey(command(1, 2, new SetRate(VM, BRISK)));
        assertThat(reports.first(CommandRefused.class).refusal()).isEqualTo(RefusalReason.NOT_RUNNING_HERE);
        assertThat(reports.all(MigrationEnded.class)).isEmpty();

        datacenter.heal(H1, H2);
        assertThat(reports.first(MigrationEnded.class).verdict()).isInstanceOf(SourceVerdict.Transferred.class);
        assertThat(reports.all(PostCopyFailed.class)).hasSize(1);
    }

    @Test
    void the_next_life_says_it_too_and_waits_on_without_holding_up_what_else_there_is() {
        begin();
        sever();
        reports.first(PostCopyFailed.class);
        kill();
        begin();
        reports.first(PostCopyFailed.class);
        reports.first(InventoryReport.class, report -> report.facts().vm(VM).isPresent());

        datacenter.heal(H1, H2);
        assertThat(reports.first(MigrationEnded.class).verdict()).isInstanceOf(SourceVerdict.Transferred.class);
    }

    private void sever() {
        agent.obey(command(1, 1, Commands.allowingPostCopy(migrate(SLOW))));
        reports.first(MigrationStarted.class);
        hypervisor.startPostCopy(VM);
        awaitState(H2, VmState.RUNNING);
        datacenter.cut(H1, H2);
    }
}
