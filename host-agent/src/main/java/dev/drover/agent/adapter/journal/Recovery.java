package dev.drover.agent.adapter.journal;

import dev.drover.agent.domain.JournalEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads what a journal holds. An agent that is killed while it writes leaves a torn last line, which never counted:
 * that is cut off. A damaged line with whole ones behind it is something else, and nobody can know what it said.
 */
final class Recovery {
    private final Path file;
    private final byte[] content;
    private final EntryJson json;
    private final List<JournalEntry> entries = new ArrayList<>();
    private int intact;

    private Recovery(Path file, byte[] content, EntryJson json) {
        this.file = file;
        this.content = content;
        this.json = json;
    }

    /**
     * What a journal holds.
     *
     * @param length how many bytes of the file are intact
     */
    record Recovered(List<JournalEntry> entries, long length) {}

    static Recovered of(Path file, byte[] content, EntryJson json) {
        Recovery recovery = new Recovery(file, content, json);
        recovery.readAll();
        return new Recovered(List.copyOf(recovery.entries), recovery.intact);
    }

    private void readAll() {
        int begin = 0;
        for (int at = 0; at < content.length; at++) {
            if (content[at] == JournalLine.END) {
                byte[] line = Arrays.copyOfRange(content, begin, at);
                int end = at + 1;
                boolean behindDamage = begin > intact;
                JournalLine.unwrap(line).ifPresent(body -> accept(body, end, behindDamage));
                begin = end;
            }
        }
    }

    private void accept(byte[] body, int end, boolean behindDamage) {
        int number = entries.size() + 1;
        if (behindDamage) {
            throw new JournalException("journal " + file + " is damaged at line " + number
                    + " while the lines behind it are whole; restore the file from a backup. Without one, move it away"
                    + " when no migration runs on this host: the agent then starts with an empty memory");
        }
        try {
            entries.add(json.read(body));
        } catch (IOException unknown) {
            throw new JournalException(
                    "journal " + file + " holds an entry at line " + number
                            + " that this agent does not understand; was it written by a newer one? Upgrade this one",
                    unknown);
        }
        intact = end;
    }
}
