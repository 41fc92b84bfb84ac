package dev.drover.agent.domain;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.message.CommandMark;

/** How far a migration's commands have been taken. It only rises. */
public record MigrationMark(Attempt attempt, Sequence sequence) {
    /** Where it stands after the first command. */
    static MigrationMark of(CommandMark command) {
        return new MigrationMark(command.attempt(), command.sequence());
    }

    /** Where it stands after one more. */
    MigrationMark raisedTo(MigrationMark other) {
        return new MigrationMark(
                attempt.compareTo(other.attempt) >= 0 ? attempt : other.attempt,
                sequence.compareTo(other.sequence) >= 0 ? sequence : other.sequence);
    }
}
