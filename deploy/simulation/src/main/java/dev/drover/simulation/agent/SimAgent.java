package dev.drover.simulation.agent;

import dev.drover.agent.domain.AttemptKey;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.ZoneId;
import dev.drover.simulation.fleet.Fleet;
import dev.drover.simulation.log.SimTopics;
import dev.drover.simulation.time.Chance;
import dev.drover.simulation.time.Machine;
import dev.drover.simulation.time.VirtualTime;
import dev.drover.simulation.witness.Witness;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** One host's agent through all its lives: its journal and its place among the commands outlive each of them. */
public final class SimAgent {
    private static final Duration WITHOUT_ROOM = Duration.ofSeconds(1);

    private final Site site;
    private final SimJournal journal;
    private final Place place = new Place();
    private final Mail mail = new Mail();
    private AgentLife life;

    /** Begins its first life. */
    public SimAgent(
            HostId host,
            SimTopics topics,
            Fleet fleet,
            VirtualTime time,
            Chance chance,
            Witness witness,
            AgentHabits habits) {
        Machine machine = new Machine(host.value(), time);
        this.journal = new SimJournal(habits, time);
        this.site = new Site(host, topics, fleet, machine, time, chance, witness, habits);
        this.life = begun();
        topics.onCommands(() -> life.commandsMayHaveCome());
        fleet.onChange(changed -> {
            if (changed.equals(host)) {
                life.hostHasChanged();
            }
        });
    }

    /** Its host. */
    public HostId host() {
        return site.host();
    }

    /** Its zone. */
    public ZoneId zone() {
        return site.topics().zone();
    }

    /** The machine its process runs on. */
    public Machine machine() {
        return site.machine();
    }

    /** What it must not forget. */
    public SimJournal journal() {
        return journal;
    }

    /** The attempts whose end it has not reported for certain. */
    public Set<AttemptKey> open() {
        return journal.state().open().keySet();
    }

    /** Whether all it had to say has arrived and all it was told was heard. */
    public boolean isIdle() {
        return site.machine().isAlive() && life.isIdle();
    }

    /** Dies, and lives again after a while. */
    public void die(Duration down) {
        if (site.machine().isAlive()) {
            site.machine().die();
            life.end();
            site.time().in(down, this::liveAgain);
        }
    }

    /** From now until then, commands come this much later. */
    public void delayCommands(Instant until, Duration delay) {
        mail.delay(until, delay);
    }

    /** Hears all commands there ever were once more. */
    public void forgetPlace() {
        place.reset();
        life.rereads();
    }

    /** The acknowledgement of its next report is lost. */
    public void loseAcknowledgement(Runnable noted) {
        mail.loseNext(noted);
    }

    /** Says something that nobody can read; false when it is not heard. */
    public boolean sayMalformed(MalformedReport how) {
        boolean heard = site.machine().isAlive() && site.machine().isHeard();
        if (heard) {
            how.tell(site.topics(), life.inventory());
        }
        return heard;
    }

    /** Its next report is this long on its way, and it is dead for a while meanwhile. */
    public void holdUpReport(Duration delay, Duration down, Runnable noted) {
        mail.holdNext(delay, () -> site.time().in(Duration.ZERO, () -> die(down)), noted);
    }

    /** Its last reports, at most this many, come once more; false when there were none. */
    public boolean resend(int most) {
        return mail.resend(site.topics(), most);
    }

    /** Nothing goes wrong any more. */
    public void heal() {
        mail.heal();
        journal.heal();
        life.commandsMayHaveCome();
    }

    /** Without a first entry it can't begin, and tries again. */
    private void liveAgain() {
        if (journal.isFull()) {
            site.time().in(WITHOUT_ROOM, this::liveAgain);
            return;
        }
        site.machine().live();
        life = begun();
    }

    private AgentLife begun() {
        return new AgentLife(site, journal, place, mail);
    }
}
