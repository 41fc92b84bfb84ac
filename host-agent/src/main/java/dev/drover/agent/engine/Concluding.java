package dev.drover.agent.engine;

import dev.drover.agent.domain.MigrationOutcome;
import dev.drover.agent.engine.MigrationMessage.Findings;
import dev.drover.agent.port.Hypervisor;
import dev.drover.agent.port.JobResult;
import dev.drover.agent.port.Sighting;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.MigrationEnded;
import dev.drover.schema.report.PostCopyFailed;
import dev.drover.schema.report.SourceVerdict;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The phase in which a job is said or thought to be over, or was found after a restart: the vm is observed until the
 * hypervisor answers, and the verdict is reported until the inbox has it. A guest that lost its source in post-copy is
 * waited for: what it has left behind is here.
 */
final class Concluding implements Phase {
    private static final Logger LOG = LoggerFactory.getLogger(Concluding.class);

    private final Course course;
    private Optional<SourceVerdict> reported = Optional.empty();

    private Concluding(Course course) {
        this.course = course;
    }

    static Phase of(Course course) {
        Concluding concluding = new Concluding(course);
        concluding.observe();
        return concluding;
    }

    /** The same after a pause: a call that was lost may yet begin what it asked for. */
    static Phase later(Course course) {
        Concluding concluding = new Concluding(course);
        concluding.observeLater();
        return concluding;
    }

    @Override
    public Phase on(MigrationMessage message) {
        switch (message) {
            case MigrationMessage.Observe due -> observe();
            case MigrationMessage.Found found -> {
                return found(found.answer());
            }
            case MigrationMessage.EndReported safe -> {
                reported.ifPresent(verdict -> course.tellHost(new HostMessage.EndReported(course.key(), verdict)));
                return Last.OVER;
            }
            case MigrationMessage.Returned late -> course.returned(Endings.of(late.answer()));
            case MigrationMessage.ChangeRate order -> RateOrders.refuse(course, order);
            case MigrationMessage.RateChanged change -> {
                if (reported.isEmpty()) {
                    RateOrders.answer(course, change);
                }
            }
            case MigrationMessage.Abort abort -> course.abort();
            case MigrationMessage.Look late -> LOG.debug("looks no more");
            case MigrationMessage.Seen late -> LOG.debug("looks no more");
            case MigrationMessage.RateConfirmed late -> LOG.debug("steers no more");
            case MigrationMessage.TimeUp late -> LOG.debug("is over");
            case MigrationMessage.StopAgain late -> LOG.debug("is over");
            case MigrationMessage.Aborted late -> LOG.debug("is over");
        }
        return this;
    }

    private void observe() {
        if (!course.isSevered()) {
            course.refreshInventory();
        }
        VmId vm = course.attempt().vm();
        course.post()
                .tellWhen(
                        course.calls().ask(course.pace().call(), hypervisor -> findings(hypervisor, vm)),
                        MigrationMessage.Found::new);
    }

    private void observeLater() {
        course.post()
                .wake("observe", new MigrationMessage.Observe(), course.pace().retry());
    }

    private static Findings findings(Hypervisor hypervisor, VmId vm) {
        Sighting sighting = hypervisor.observe(vm);
        boolean gone = sighting.state().isEmpty() || sighting.is(VmState.MIGRATED_AWAY);
        return new Findings(
                sighting, gone ? hypervisor.lastJob(vm).flatMap(JobResult.Completed::figures) : Optional.empty());
    }

    private Phase found(Answer<Findings> answer) {
        return switch (answer) {
            case Answer.Trouble<Findings> trouble -> {
                LOG.warn(
                        "{} ended, but its vm could not be observed, tries again: {}", course.name(), trouble.detail());
                observeLater();
                yield this;
            }
            case Answer.Given<Findings>(Findings(Sighting sighting, var figures)) ->
                MigrationOutcome.judge(sighting.state(), sighting.jobActive(), course.ending(), figures)
                        .map(this::report)
                        .orElseGet(() -> goesOn(sighting));
        };
    }

    private Phase goesOn(Sighting sighting) {
        if (sighting.jobActive()) {
            return watch();
        }
        return course.mayHaveBegun()
                ? severed()
                : report(new SourceVerdict.Unclear(
                        VmState.LEAVING, course.ending().words()));
    }

    /** The guest lives on what is here. QEMU goes on by itself when both ends reach each other again. */
    private Phase severed() {
        if (!course.isSevered()) {
            course.hasSevered();
            String said = course.ending().words();
            LOG.error("{} has lost its destination in post-copy, and waits for it: {}", course.name(), said);
            course.reports()
                    .say(
                            new PostCopyFailed(
                                    course.key().migration(), course.key().attempt(), said),
                            course.attempt().cause());
            course.tellHost(new HostMessage.Settled(course.key()));
        }
        observeLater();
        return this;
    }

    private Phase watch() {
        LOG.info("{} is found running", course.name());
        course.tellHost(new HostMessage.Settled(course.key()));
        return Watching.of(course);
    }

    private Phase report(SourceVerdict verdict) {
        LOG.info("{} ended: {}", course.name(), verdict);
        reported = Optional.of(verdict);
        course.tellHost(new HostMessage.Over(course.key()));
        course.reports()
                .say(
                        new MigrationEnded(
                                course.key().migration(), course.key().attempt(), verdict),
                        course.attempt().cause())
                .thenAccept(mark -> course.post().tell(new MigrationMessage.EndReported(mark)));
        course.tellHost(new HostMessage.Settled(course.key()));
        course.refreshInventory();
        return this;
    }
}
