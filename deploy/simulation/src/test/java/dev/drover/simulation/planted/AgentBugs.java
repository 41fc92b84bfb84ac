package dev.drover.simulation.planted;

import dev.drover.agent.domain.AgentState;
import dev.drover.agent.domain.CommandGuard;
import dev.drover.agent.domain.Guard;
import dev.drover.agent.domain.JournalEntry;
import dev.drover.agent.domain.Verdict;
import dev.drover.agent.port.Hypervisor;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.MigrationEnded;
import dev.drover.schema.report.RefusalReason;
import dev.drover.schema.report.Report;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.report.VmObserved;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.simulation.agent.AgentHabits;
import dev.drover.simulation.fleet.Fleet;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.pcollections.TreePMap;

/** Ways in which an agent can be wrong. */
final class AgentBugs {
    private AgentBugs() {}

    /** What should be refused for this reason is done. */
    static AgentHabits ignoring(RefusalReason reason) {
        return obeying(verdict -> verdict instanceof Verdict.Refuse refusal && refusal.reason() == reason);
    }

    /** What was done before is done again, as long as nothing else speaks against it. */
    static AgentHabits repeating() {
        return new AgentHabits() {
            @Override
            public Guard guard() {
                return (state, command, now, skew) -> CommandGuard.judge(knowingNoCommand(state), command, now, skew);
            }
        };
    }

    private static AgentState knowingNoCommand(AgentState state) {
        return new AgentState(
                state.incarnation(),
                state.epoch(),
                TreePMap.empty(),
                state.open(),
                state.ended(),
                state.rooms(),
                state.leases());
    }

    /** It knows neither what it has done nor who commands now. */
    static AgentHabits forgetful() {
        return obeying(verdict -> verdict instanceof Verdict.Repeat
                || (verdict instanceof Verdict.Refuse refusal && refusal.reason() == RefusalReason.OLD_EPOCH));
    }

    /** Some things are not written down. */
    static AgentHabits notJournalling(Class<? extends JournalEntry> entries) {
        return new AgentHabits() {
            @Override
            public boolean journals(JournalEntry entry) {
                return !entries.isInstance(entry);
            }
        };
    }

    /** Whatever is asked for runs here. */
    static AgentHabits sayingThatItRuns() {
        return saying(report -> report instanceof VmObserved seen
                ? new VmObserved(
                        seen.migration(), seen.attempt(), seen.vm(), Optional.of(VmState.RUNNING), seen.jobActive())
                : report);
    }

    /** Nobody ever leaves, it says. */
    static AgentHabits sayingThatAllStay() {
        return saying(report -> report instanceof MigrationEnded end
                ? new MigrationEnded(
                        end.migration(),
                        end.attempt(),
                        new SourceVerdict.StayedAtSource(FailureKind.HYPERVISOR_ERROR, "it stayed"))
                : report);
    }

    private static AgentHabits saying(UnaryOperator<Report> instead) {
        return new AgentHabits() {
            @Override
            public Report says(Report report) {
                return instead.apply(report);
            }
        };
    }

    /** Its hypervisor is not told everything. */
    static AgentHabits using(UnaryOperator<Hypervisor> instead) {
        return new AgentHabits() {
            @Override
            public Hypervisor hypervisor(Hypervisor real) {
                return instead.apply(real);
            }
        };
    }

    /** A hypervisor that is never told a rate. */
    static Hypervisor withoutRates(Hypervisor real) {
        return new PassingOn(real) {
            @Override
            public void setRate(VmId vm, BitsPerSecond rate) {}
        };
    }

    /** Once a guest has left, something is done that nobody asked for. */
    static AgentHabits whenItLeft(BiConsumer<Fleet, Left> what) {
        return new AgentHabits() {
            @Override
            public void ended(Fleet fleet, HostId host, VmId vm, SourceVerdict verdict) {
                if (verdict instanceof SourceVerdict.Transferred) {
                    what.accept(fleet, new Left(host, vm));
                }
            }
        };
    }

    /** A guest that left a host. */
    record Left(HostId host, VmId vm) {}

    private static AgentHabits obeying(Predicate<Verdict> what) {
        return new AgentHabits() {
            @Override
            public Guard guard() {
                return (state, command, now, skew) -> {
                    Verdict verdict = CommandGuard.judge(state, command, now, skew);
                    return what.test(verdict) ? new Verdict.Execute() : verdict;
                };
            }
        };
    }
}
