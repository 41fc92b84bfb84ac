package dev.drover.schema.doc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The headers of every record, with what they mean and which family carries them. */
final class Envelope {
    private static final Map<String, String> MEANINGS = meanings();

    private Envelope() {}

    private static Map<String, String> meanings() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("content-type", "how the value is written: `application/json`");
        all.put("ce_specversion", "the version of CloudEvents: `1.0`");
        all.put("ce_id", "the message, once in its zone: a repeat has the same");
        all.put("ce_source", "the zone as a path: `/zones/ZONE`");
        all.put("ce_type", "what the value is: one of the types below");
        all.put("ce_typeversion", "the version of the type, from 1; readers refuse a newer one than they know");
        all.put("ce_time", "when, by its author's clock; in the event log by the zone's time, which never runs back");
        all.put("ce_subject", "what it is about, as a path: `migrations/m-12`");
        all.put("ce_zone", "the zone it belongs to");
        all.put("ce_actor", "who caused it: `operator:anna`, `host:h1`, `scheduler:node-1`");
        all.put("ce_reason", "why, in the actor's words");
        all.put("ce_causationid", "the `ce_id` of the message it answers");
        all.put("ce_correlationid", "what a chain of messages has in common: the intent at its beginning");
        all.put("ce_epoch", "the ownership of the zone under which it was written; a later owner has a higher one");
        all.put("ce_inboxoffset", "how far the inbox had been read; the zone's next owner goes on behind it");
        all.put("ce_host", "the host: that reported, that is told, or that measured");
        all.put("ce_incarnation", "which life of the host's agent reported; each start counts one up");
        all.put("ce_sequence", "the place among the reports of that life, or among the commands of a migration");
        all.put("ce_migration", "the migration a command is about");
        all.put("ce_attempt", "the attempt a command is about");
        all.put("ce_expiresat", "after this time a command must not be executed");
        all.put("ce_slot", "where a snapshot is kept until a later one takes its place");
        all.put("ce_part", "the place of a snapshot's record in its slot, from 0; its footer is the last");
        return all;
    }

    static String table(List<Family> families) {
        List<String> heads = new ArrayList<>(List.of("header"));
        families.forEach(family -> heads.add(family.title().toLowerCase(Locale.ROOT)));
        heads.add("meaning");
        MarkdownTable table = new MarkdownTable(heads);
        for (Map.Entry<String, String> meaning : known(families).entrySet()) {
            List<String> row = new ArrayList<>(List.of("`" + meaning.getKey() + "`"));
            families.forEach(family -> row.add(presence(family, meaning.getKey())));
            row.add(meaning.getValue());
            table.row(row);
        }
        return table.text();
    }

    /** Those that any family carries; one without a meaning is a mistake. */
    private static Map<String, String> known(List<Family> families) {
        TreeSet<String> carried = new TreeSet<>();
        families.forEach(family -> carried.addAll(family.ever()));
        if (!MEANINGS.keySet().containsAll(carried) || !carried.containsAll(MEANINGS.keySet())) {
            throw new IllegalStateException(
                    "the page explains " + new TreeSet<>(MEANINGS.keySet()) + " but messages carry " + carried);
        }
        return MEANINGS;
    }

    private static String presence(Family family, String header) {
        return family.always().contains(header) ? "yes" : family.ever().contains(header) ? "may" : "–";
    }
}
