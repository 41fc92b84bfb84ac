package dev.drover.simulation.planted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.agent.domain.JournalEntry;
import dev.drover.scheduler.engine.ZoneLog;
import dev.drover.schema.command.SetRate;
import dev.drover.schema.command.StartMigration;
import dev.drover.schema.event.HostForgotten;
import dev.drover.schema.event.HostInventoryRecorded;
import dev.drover.schema.event.InboxRead;
import dev.drover.schema.event.InputSetAside;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.MigrationCancelRequested;
import dev.drover.schema.event.MigrationCancelled;
import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.event.MigrationResolved;
import dev.drover.schema.event.VmForgotten;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.Actor;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.Head;
import dev.drover.schema.report.RefusalReason;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import dev.drover.simulation.Parts;
import dev.drover.simulation.Simulation;
import dev.drover.simulation.Violation;
import dev.drover.simulation.agent.AgentHabits;
import dev.drover.simulation.node.Workshop;
import dev.drover.simulation.promise.Promises;
import dev.drover.simulation.scenario.Scenarios;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who guards the guards: each of these bugs must be found, by the promise that it breaks. */
class PlantedBugsTest {
    private static final int SEEDS = 200;

    record Bug(String name, String promise, Supplier<Parts> parts) {
        @Override
        public String toString() {
            return name + " breaks " + promise;
        }
    }

    static List<Bug> bugs() {
        return List.of(
                agent(
                        "a guest that left is woken up at its source",
                        "I1",
                        AgentBugs.whenItLeft((fleet, left) -> fleet.wake(left.host(), left.vm()))),
                agent(
                        "the source is released before anybody confirmed",
                        "I2",
                        AgentBugs.whenItLeft((fleet, left) -> fleet.release(left.host(), left.vm()))),
                agent("a destination confirms what it has not seen", "I2", AgentBugs.sayingThatItRuns()),
                events("a vm is planned twice", "I3", PlantedBugsTest::plannedTwice),
                made("the parallel limit is ignored", "I4", DeciderBugs.following(policy -> policy.withParallel(20))),
                made(
                        "more of a link is used than allowed",
                        "I5",
                        DeciderBugs.following(policy -> policy.withLinkShare(100))),
                log(
                        "an agent is told to send faster than was granted",
                        "I5-physical",
                        log -> LogBugs.rewritingCommands(log, PlantedBugsTest::faster)),
                log(
                        "an agent is told to begin faster than was granted",
                        "I5-physical",
                        log -> LogBugs.rewritingCommands(log, PlantedBugsTest::fasterFromTheStart)),
                made(
                        "who was told to slow down is taken to have done so",
                        "I5-physical",
                        DeciderBugs.seeing(LeaseBugs::takingOrdersForDeeds)),
                made(
                        "who has not answered in time is taken to send nothing",
                        "I5",
                        DeciderBugs.seeing(LeaseBugs::takingSilenceForAnEnd)),
                made(
                        "who waits for an operator is taken to send nothing",
                        "I5",
                        DeciderBugs.seeing(LeaseBugs::takingDoubtForAnEnd)),
                made(
                        "who was told to stop is taken to have stopped",
                        "I5",
                        DeciderBugs.seeing(LeaseBugs::takingCancelsForAnEnd)),
                made("uplinks are overlooked", "I5", DeciderBugs.seeing(LeaseBugs::overlookingUplinks)),
                agent("a rate is set in the wrong unit", "I5-physical", AgentBugs.using(LeaseBugs::mistakingTheUnit)),
                events("memory is promised that is not there", "I6", PlantedBugsTest::larger),
                events("a host that is being emptied takes newcomers", "I8", PlantedBugsTest::backwards),
                events("an intent ends twice", "I9", PlantedBugsTest::endedTwice),
                log("an input is skipped at every takeover", "I9", LogBugs::skippingAnInput),
                agent("a command is obeyed after its expiry", "I10", AgentBugs.ignoring(RefusalReason.EXPIRED)),
                agent("a command that was obeyed is obeyed again", "I11", AgentBugs.repeating()),
                agent("an old epoch is obeyed", "I12", AgentBugs.forgetful()),
                log("a fenced owner writes on", "I13", LogBugs::ignoringFences),
                log("a state is shown whose commit was aborted", "I14", LogBugs::takingAbortsForCommits),
                log("an unknown commit is taken for none", "I14", LogBugs::takingTheUnknownForAborted),
                log("a snapshot is begun with that nobody verified", "I14", LogBugs::trustingSnapshots),
                log("a repeated report counts again", "I15", LogBugs::forgettingWhatWasHeard),
                events("the zone's time runs back", "I16", PlantedBugsTest::anHourEarlier),
                // the log knows better what was answered, and the zone halts for good
                log("the inbox is read again from before at every takeover", "I20", LogBugs::goingBack),
                made("how far the inbox was read is not written down", "I16", DeciderBugs.leavingOut(InboxRead.class)),
                events("what is left behind is not said", "I17", PlantedBugsTest::wholly),
                events("a migration that goes on is said to be cancelled", "I18", PlantedBugsTest::cancelledAtOnce),
                made("what can't be read is passed over", "set-aside", DeciderBugs.leavingOut(InputSetAside.class)),
                events("nobody did it", "I19", PlantedBugsTest::anonymous),
                made("a planner finds room for nobody", "I20", DeciderBugs.findingNoRoom()),
                made("a decision throws", "I20", DeciderBugs.stumblingOverPlans()),
                agent(
                        "an agent never notes that an attempt is over",
                        "I21",
                        AgentBugs.notJournalling(JournalEntry.AttemptReported.class)),
                agent(
                        "a rate is said to hold that was never set",
                        "I5-physical",
                        AgentBugs.using(AgentBugs::withoutRates)),
                agent("a guest that left is said to have stayed", "I2", AgentBugs.sayingThatAllStay()),
                made("a frozen zone starts migrations all the same", "brakes", DeciderBugs.blindToFrost()),
                made("a forgotten host stays", "brakes", DeciderBugs.leavingOut(HostForgotten.class)),
                made("a forgotten vm stays", "brakes", DeciderBugs.leavingOut(VmForgotten.class)),
                made("a resolution resolves nothing", "brakes", DeciderBugs.leavingOut(MigrationResolved.class)));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void a_planted_bug_is_found_by_the_promise_that_it_breaks(Bug bug) {
        Set<String> found = new TreeSet<>();
        for (long seed = 1; seed <= SEEDS && !found.contains(bug.promise()); seed++) {
            Simulation.run(Scenarios.of(seed), bug.parts().get(), Promises::kept, (at, happening) -> {})
                    .violations()
                    .stream()
                    .map(Violation::promise)
                    .forEach(found::add);
        }
        assertThat(found).contains(bug.promise());
    }

    private static Bug agent(String name, String promise, AgentHabits habits) {
        return new Bug(name, promise, () -> new Parts(Workshop.PRODUCTION, habits));
    }

    private static Bug made(String name, String promise, Workshop workshop) {
        return new Bug(name, promise, () -> new Parts(workshop, AgentHabits.PRODUCTION));
    }

    private static Bug log(String name, String promise, UnaryOperator<ZoneLog> bug) {
        return made(name, promise, new Workshop() {
            @Override
            public ZoneLog log(ZoneLog log) {
                return bug.apply(log);
            }
        });
    }

    private static Bug events(String name, String promise, Function<EventMessage, Stream<EventMessage>> rewrite) {
        return log(name, promise, log -> LogBugs.rewritingEvents(log, rewrite));
    }

    private static CommandMessage faster(CommandMessage command) {
        return command.command() instanceof SetRate told
                ? new CommandMessage(
                        command.head(),
                        command.host(),
                        command.mark(),
                        new SetRate(told.vm(), new BitsPerSecond(told.rate().value() * 3)))
                : command;
    }

    private static CommandMessage fasterFromTheStart(CommandMessage command) {
        return command.command() instanceof StartMigration told
                ? new CommandMessage(
                        command.head(),
                        command.host(),
                        command.mark(),
                        new StartMigration(
                                told.vm(),
                                told.destination(),
                                told.destinationUri(),
                                new BitsPerSecond(told.rate().value() * 3),
                                told.giveUpAfter(),
                                told.options(),
                                told.disks()))
                : command;
    }

    private static Stream<EventMessage> plannedTwice(EventMessage event) {
        return event.event() instanceof MigrationPlanned plan
                ? Stream.of(
                        event,
                        saying(
                                event,
                                new MigrationPlanned(
                                        new MigrationId(plan.migration().value() + "-again"),
                                        plan.intent(),
                                        plan.vm(),
                                        plan.name(),
                                        plan.memory(),
                                        plan.source(),
                                        plan.destination())))
                : Stream.of(event);
    }

    private static Stream<EventMessage> larger(EventMessage event) {
        return event.event() instanceof MigrationPlanned plan
                ? Stream.of(saying(event, planned(plan, new Bytes(plan.memory().value() * 1_000), plan.destination())))
                : Stream.of(event);
    }

    private static Stream<EventMessage> backwards(EventMessage event) {
        return event.event() instanceof MigrationPlanned plan
                ? Stream.of(saying(event, planned(plan, plan.memory(), plan.source())))
                : Stream.of(event);
    }

    private static MigrationPlanned planned(MigrationPlanned plan, Bytes memory, HostId destination) {
        return new MigrationPlanned(
                plan.migration(), plan.intent(), plan.vm(), plan.name(), memory, plan.source(), destination);
    }

    private static Stream<EventMessage> endedTwice(EventMessage event) {
        return event.event() instanceof IntentEnded ? Stream.of(event, event) : Stream.of(event);
    }

    private static Stream<EventMessage> wholly(EventMessage event) {
        return event.event() instanceof IntentEnded ended
                ? Stream.of(saying(event, IntentEnded.of(ended.intent(), IntentOutcome.COMPLETED, List.of())))
                : Stream.of(event);
    }

    private static Stream<EventMessage> cancelledAtOnce(EventMessage event) {
        return event.event() instanceof MigrationCancelRequested asked
                ? Stream.of(event, saying(event, new MigrationCancelled(asked.migration(), "as was asked for")))
                : Stream.of(event);
    }

    private static Stream<EventMessage> anHourEarlier(EventMessage event) {
        Head head = event.head();
        return event.event() instanceof HostInventoryRecorded
                ? Stream.of(headed(
                        event,
                        new Head(
                                head.id(),
                                head.zone(),
                                head.at().minusSeconds(3600),
                                head.actor(),
                                head.reason(),
                                head.causation(),
                                head.correlation())))
                : Stream.of(event);
    }

    private static Stream<EventMessage> anonymous(EventMessage event) {
        Head head = event.head();
        return event.event() instanceof IntentAccepted
                ? Stream.of(headed(
                        event,
                        new Head(
                                head.id(),
                                head.zone(),
                                head.at(),
                                Actor.operator("nobody"),
                                head.reason(),
                                Optional.empty(),
                                head.correlation())))
                : Stream.of(event);
    }

    private static EventMessage headed(EventMessage event, Head head) {
        return new EventMessage(head, event.epoch(), event.inboxOffset(), event.origin(), event.event());
    }

    private static EventMessage saying(EventMessage event, ZoneEvent other) {
        return new EventMessage(event.head(), event.epoch(), event.inboxOffset(), event.origin(), other);
    }
}
