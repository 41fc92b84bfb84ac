package dev.drover.simulation;

import dev.drover.schema.id.Actor;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.id.VmId;
import dev.drover.schema.intent.EvacuateHosts;
import dev.drover.schema.intent.Intent;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.message.Head;
import dev.drover.schema.message.IntentMessage;
import dev.drover.schema.message.ReportMessage;
import dev.drover.schema.report.MigrationReport;
import dev.drover.schema.report.MigrationStarted;
import dev.drover.schema.report.ReportMark;
import dev.drover.schema.report.SourceReleased;
import dev.drover.schema.report.VmObserved;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.simulation.log.SimTopics;
import dev.drover.simulation.scenario.IntentPlan;
import dev.drover.simulation.time.Chance;
import dev.drover.simulation.time.VirtualTime;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Who writes to the inbox but agents: operators, and what nobody should have sent. */
final class Operators {
    private static final byte[] SELF_CANCELLED =
            "{\"intent\":\"malformed\",\"target\":\"malformed\"}".getBytes(StandardCharsets.UTF_8);
    private static final Actor ANNA = Actor.operator("anna");

    private final VirtualTime time;
    private final Chance chance;
    private int sent;

    Operators(VirtualTime time, Chance chance) {
        this.time = time;
        this.chance = chance;
    }

    void ask(SimTopics topics, Orders orders, IntentPlan plan) {
        orders.of(new IntentId(plan.id()), plan.wish()).forEach(intent -> topics.tell(message(topics, intent)));
    }

    /** Faults have stopped, and operators take back whatever would keep things from coming to their end. */
    void putRight(SimTopics topics, Orders orders) {
        orders.putRight(topics.zone() + "-right-" + ++sent).forEach(intent -> topics.tell(message(topics, intent)));
    }

    void sendGarbage(SimTopics topics) {
        byte[] bytes = new byte[chance.between(0, 40)];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) chance.between(-128, 127);
        }
        topics.tellGarbage(bytes);
    }

    /** An intent that can't be read: of another version, another type, another zone's, or with another body. */
    void sendMalformed(SimTopics topics) {
        IntentMessage sound = message(topics, EvacuateHosts.of(new IntentId("malformed-" + sent), new HostId("h")));
        byte[] body = "{\"intent\":\"malformed\",\"host\":\"h\"}".getBytes(StandardCharsets.UTF_8);
        switch (chance.between(1, 8)) {
            case 1 -> topics.tellTampered(sound, "ce_typeversion", "99", body);
            case 2 -> topics.tellTampered(sound, "ce_type", "dev.drover.intent.unheard-of", body);
            case 3 -> topics.tellTampered(sound, "ce_id", "", body);
            case 4 -> topics.tellTampered(sound, "none", "", "{\"intent\":\"x\"".getBytes(StandardCharsets.UTF_8));
            case 5 -> topics.tellTampered(sound, "ce_type", "dev.drover.intent.cancel-intent", SELF_CANCELLED);
            case 6 -> topics.tellTampered(sound, "ce_type", "dev.drover.intent.migrate-vm", body);
            case 7 -> topics.tellTampered(sound, "ce_type", "dev.drover.intent.change-policy", body);
            default -> topics.tellTampered(sound, "none", "", "{\"wish\":1}".getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A report that can be read, of a host that may be unknown, about a migration that is. */
    void sendStrange(SimTopics topics) {
        HostId host = new HostId("stranger-" + chance.between(1, 3));
        MigrationId migration = new MigrationId(String.format(Locale.ROOT, "m-%09d", chance.between(1, 60)));
        VmId vm = new VmId(new UUID(7, chance.between(1, 9)));
        MigrationReport report = chance.oneOf(List.<MigrationReport>of(
                new MigrationStarted(migration, Attempt.FIRST, BitsPerSecond.mebibytesPerSecond(9)),
                new VmObserved(migration, Attempt.FIRST, vm, Optional.of(VmState.RUNNING), false),
                new SourceReleased(migration, Attempt.FIRST)));
        ReportMark mark = new ReportMark(host, new Incarnation(1), new Sequence(++sent));
        topics.tell(new ReportMessage(head(topics, "strange-" + sent, Actor.host(host)), mark, report));
    }

    private IntentMessage message(SimTopics topics, Intent intent) {
        return new IntentMessage(head(topics, "i-" + ++sent, ANNA), intent);
    }

    private Head head(SimTopics topics, String id, Actor actor) {
        return new Head(
                new MessageId(id),
                topics.zone(),
                time.now(),
                actor,
                Optional.of("simulated"),
                Optional.empty(),
                Optional.empty());
    }
}
