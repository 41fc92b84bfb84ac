package dev.drover.cli.failover;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Each record nothing can be made of is among the dead letters once, the log says so once, and nothing else is there. */
final class Oddities {
    private Oddities() {}

    static List<String> complaints(Ledger ledger, Evidence evidence) {
        Map<Long, Integer> letters = new TreeMap<>();
        evidence.deadLetters()
                .forEach(letter ->
                        letters.merge(Long.parseLong(letter.key().replaceFirst("^.*@", "")), 1, Integer::sum));
        Map<Long, Integer> said = new TreeMap<>();
        evidence.events().stream()
                .filter(event -> event.is("event.input-set-aside"))
                .forEach(event -> said.merge(event.number("ce_inboxoffset").orElse(-1), 1, Integer::sum));
        Set<Long> all = new TreeSet<>(ledger.malformed().keySet());
        all.addAll(letters.keySet());
        all.addAll(said.keySet());
        List<String> complaints = new ArrayList<>();
        for (long offset : all) {
            String kind = ledger.malformed().getOrDefault(offset, "well-formed");
            int times = letters.getOrDefault(offset, 0);
            int words = said.getOrDefault(offset, 0);
            if (times != 1 || words != 1 || kind.equals("well-formed")) {
                complaints.add("the " + kind + " input " + offset + " is " + times
                        + " times among the dead letters and " + words + " times in the log");
            }
        }
        return complaints;
    }
}
