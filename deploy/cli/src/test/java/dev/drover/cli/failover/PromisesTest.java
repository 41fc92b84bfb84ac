package dev.drover.cli.failover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drover.cli.topic.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The checker itself: it has nothing to say about a sound history, and names whatever is planted in one. */
class PromisesTest {
    private final Ledger ledger = new Ledger();
    private final List<Line> inbox = new ArrayList<>();
    private final List<Line> events = new ArrayList<>();
    private final List<Line> commands = new ArrayList<>();
    private final List<Line> letters = new ArrayList<>();

    @BeforeEach
    void tellASoundHistory() {
        ledger.submitted("move");
        ledger.submitted("nonsense");
        ledger.malformed(3, "BROKEN_JSON");
        inbox.add(line("drover.inbox", 0, "report.inventory", "{'facts':{'host':'h1','vms':[]}}"));
        inbox.add(line("drover.inbox", 4, "report.inventory", """
                {'facts':{'host':'h2','vms':[{'vm':'v','state':'RUNNING'}]}}"""));
        event(1, 0, "zone-ownership-taken", "{'node':'node-1','epoch':1}");
        event(1, 1, "intent-accepted", "{'accepted':{'intent':'move'}}");
        event(1, 1, "migration-planned", "{'migration':'m1','vm':'v'}");
        event(1, 1, "migration-dispatched", "{'migration':'m1','command':1}");
        event(2, 1, "zone-ownership-taken", "{'node':'node-2','epoch':2}");
        event(2, 2, "intent-refused", "{'intent':'nonsense'}");
        event(2, 3, "input-set-aside", "{'why':'no JSON'}");
        event(2, 4, "migration-succeeded", "{'migration':'m1'}");
        event(2, 4, "intent-ended", "{'intent':'move'}");
        command(1, 1);
        letters.add(letter("drover.inbox-0@3"));
    }

    @Test
    void aSoundHistoryIsNotComplainedAbout() {
        assertThat(complaints()).isEmpty();
    }

    @Test
    void anIntentWithoutAnAnswer() {
        ledger.submitted("forgotten");
        assertThat(complaints()).containsExactly("intent forgotten was accepted 0, refused 0, ended 0 times");
    }

    @Test
    void anIntentThatIsAnsweredTwice() {
        event(2, 4, "intent-refused", "{'intent':'nonsense'}");
        assertThat(complaints()).containsExactly("intent nonsense was accepted 0, refused 2, ended 0 times");
    }

    @Test
    void anIntentThatEndsTwice() {
        event(2, 4, "intent-ended", "{'intent':'move'}");
        assertThat(complaints()).containsExactly("intent move was accepted 1, refused 0, ended 2 times");
    }

    @Test
    void anIntentThatDoesNotEnd() {
        events.removeLast();
        assertThat(complaints()).containsExactly("intent move was accepted 1, refused 0, ended 0 times");
    }

    @Test
    void anAnswerToNobody() {
        event(2, 4, "intent-refused", "{'intent':'ghost'}");
        assertThat(complaints()).hasSize(1).first().asString().startsWith("nobody asked for what this answers");
    }

    @Test
    void anOldOwnerThatGoesOnWriting() {
        event(1, 4, "inbox-read", "{}");
        assertThat(complaints()).hasSize(1).first().asString().startsWith("under epoch 2 was written");
    }

    @Test
    void anEpochThatIsLeftOut() {
        event(4, 4, "zone-ownership-taken", "{'node':'node-1','epoch':4}");
        assertThat(complaints()).hasSize(2).first().asString().startsWith("the epoch after 2 is");
    }

    @Test
    void aNameThatIsUsedTwice() {
        events.add(events.getLast());
        ledger.submitted("move");
        assertThat(complaints()).anyMatch(complaint -> complaint.startsWith("its name was used before"));
    }

    @Test
    void anInboxThatIsReadBackwards() {
        event(2, 2, "inbox-read", "{}");
        assertThat(complaints()).hasSize(1).first().asString().startsWith("the inbox had been read up to 4 before");
    }

    @Test
    void anInboxThatIsNotReadToItsEnd() {
        inbox.add(line("drover.inbox", 5, "report.rate-applied", "{}"));
        assertThat(complaints()).containsExactly("the inbox was answered up to 4 of 5");
    }

    @Test
    void aCommandThatIsGivenTwice() {
        command(1, 1);
        assertThat(complaints()).hasSize(1).first().asString().startsWith("given twice");
    }

    @Test
    void aCommandThatNoEventSpeaksOf() {
        command(2, 2);
        assertThat(complaints()).hasSize(1).first().asString().startsWith("no event says so");
    }

    @Test
    void aCommandOfAnotherOwnerThanItsEvent() {
        commands.clear();
        command(2, 1);
        assertThat(complaints()).hasSize(1).first().asString().startsWith("another owner said so");
    }

    @Test
    void aCommandThatIsLost() {
        commands.clear();
        assertThat(complaints()).hasSize(1).first().asString().startsWith("no command follows from");
    }

    @Test
    void aSecondMigrationOfAVmThatMoves() {
        events.add(4, line("drover.events", 9, "event.migration-planned", "{'migration':'m2','vm':'v'}", 1, 1));
        assertThat(complaints()).anyMatch(complaint -> complaint.startsWith("its vm was moving already"));
    }

    @Test
    void aMigrationWithoutAnEnd() {
        event(2, 4, "migration-planned", "{'migration':'m2','vm':'v'}");
        assertThat(complaints()).containsExactly("migration m2 has not ended");
    }

    @Test
    void anOddityThatIsNotPutAside() {
        ledger.malformed(2, "NO_VALUE");
        assertThat(complaints())
                .containsExactly("the NO_VALUE input 2 is 0 times among the dead letters and 0 times in the log");
    }

    @Test
    void anOddityThatIsPutAsideTwice() {
        letters.add(letter("drover.inbox-0@3"));
        assertThat(complaints())
                .containsExactly("the BROKEN_JSON input 3 is 2 times among the dead letters and 1 times in the log");
    }

    @Test
    void aSoundInputAmongTheDeadLetters() {
        letters.add(letter("drover.inbox-0@1"));
        assertThat(complaints())
                .containsExactly("the well-formed input 1 is 1 times among the dead letters and 0 times in the log");
    }

    @Test
    void aVmThatIsLostAndOneThatRunsTwice() {
        inbox.add(line("drover.inbox", 4, "report.inventory", """
                {'facts':{'host':'h1','vms':[{'vm':'v','state':'RUNNING'}]}}"""));
        assertThat(complaints()).containsExactly("vm v is [RUNNING on h1, RUNNING on h2]");
        inbox.add(line("drover.inbox", 4, "report.inventory", "{'facts':{'host':'h1','vms':[]}}"));
        inbox.add(line("drover.inbox", 4, "report.inventory", "{'facts':{'host':'h2','vms':[]}}"));
        assertThat(complaints()).containsExactly("0 of 1 vms are somewhere");
    }

    @Test
    void anInputThatKafkaDidNotTake() {
        ledger.failed("turn 7");
        assertThat(complaints()).containsExactly("not taken by Kafka: turn 7");
    }

    private List<String> complaints() {
        return Promises.complaints(ledger, 1, new Evidence(inbox, events, commands, letters));
    }

    private void event(long epoch, long inboxOffset, String type, String body) {
        events.add(line("drover.events", events.size(), "event." + type, body, epoch, inboxOffset));
    }

    private void command(long epoch, long sequence) {
        SortedMap<String, String> headers = new TreeMap<>();
        headers.put("ce_migration", "m1");
        headers.put("ce_sequence", Long.toString(sequence));
        headers.put("ce_epoch", Long.toString(epoch));
        commands.add(line("drover.commands", commands.size(), "command.start-migration", "{}", headers));
    }

    private static Line letter(String key) {
        return new Line("drover.deadletters", 0, 0, key, new TreeMap<>(), json("{}"));
    }

    private static Line line(String topic, long offset, String type, String body) {
        return line(topic, offset, type, body, new TreeMap<>());
    }

    private static Line line(String topic, long offset, String type, String body, long epoch, long inboxOffset) {
        SortedMap<String, String> headers = new TreeMap<>();
        headers.put("ce_id", topic + "-" + offset);
        headers.put("ce_time", "2026-01-31T12:00:00Z");
        headers.put("ce_epoch", Long.toString(epoch));
        headers.put("ce_inboxoffset", Long.toString(inboxOffset));
        return line(topic, offset, type, body, headers);
    }

    private static Line line(String topic, long offset, String type, String body, SortedMap<String, String> headers) {
        SortedMap<String, String> all = new TreeMap<>(headers);
        all.put("ce_type", "dev.drover." + type);
        return new Line(topic, 0, offset, "failover", all, json(body));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }
}
