package dev.drover.simulation.agent;

import dev.drover.agent.domain.AgentState;
import dev.drover.agent.domain.JournalEntry;
import dev.drover.agent.port.Journal;
import dev.drover.agent.port.JournalFullException;
import dev.drover.simulation.time.VirtualTime;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** One agent's journal through all its lives, and what it says. */
public final class SimJournal implements Journal {
    private static final String NO_ROOM = "the disk is full";

    private final AgentHabits habits;
    private final VirtualTime time;
    private AgentState state = AgentState.NEW;
    private Instant shortUntil = Instant.MIN;
    private Instant fullUntil = Instant.MIN;

    SimJournal(AgentHabits habits, VirtualTime time) {
        this.habits = habits;
        this.time = time;
    }

    @Override
    public void append(JournalEntry entry) {
        if (isFull()) {
            throw new JournalFullException(NO_ROOM, new IOException(NO_ROOM));
        }
        if (habits.journals(entry)) {
            state = state.evolve(entry);
        }
    }

    @Override
    public Optional<String> shortage() {
        return isFull() || shortUntil.isAfter(time.now()) ? Optional.of(NO_ROOM) : Optional.empty();
    }

    /** Until then there is room in its reserve only. */
    public void shortUntil(Instant then) {
        shortUntil = then;
    }

    /** Until then nothing fits. */
    public void fullUntil(Instant then) {
        fullUntil = then;
    }

    boolean isFull() {
        return fullUntil.isAfter(time.now());
    }

    AgentState state() {
        return state;
    }

    void heal() {
        shortUntil = Instant.MIN;
        fullUntil = Instant.MIN;
    }
}
