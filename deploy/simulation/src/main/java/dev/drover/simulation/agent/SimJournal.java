package dev.drover.simulation.agent;

import dev.drover.agent.domain.AgentState;
import dev.drover.agent.domain.JournalEntry;
import dev.drover.agent.port.Journal;

/** One agent's journal through all its lives, and what it says. */
final class SimJournal implements Journal {
    private final AgentHabits habits;
    private AgentState state = AgentState.NEW;

    SimJournal(AgentHabits habits) {
        this.habits = habits;
    }

    @Override
    public void append(JournalEntry entry) {
        if (habits.journals(entry)) {
            state = state.evolve(entry);
        }
    }

    AgentState state() {
        return state;
    }
}
