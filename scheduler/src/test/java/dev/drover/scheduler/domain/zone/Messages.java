package dev.drover.scheduler.domain.zone;

import dev.drover.schema.id.Actor;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.intent.Intent;
import dev.drover.schema.message.Head;
import dev.drover.schema.message.IntentMessage;
import dev.drover.schema.message.ReportMessage;
import dev.drover.schema.report.Report;
import dev.drover.schema.report.ReportMark;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** What an operator and a zone's agents send, each report numbered after the one before. */
public final class Messages {
    private final ZoneId zone;
    private final TreeMap<HostId, Sequence> sent = new TreeMap<>();

    public Messages() {
        this(Fleet.ZONE);
    }

    public Messages(ZoneId zone) {
        this.zone = zone;
    }

    public IntentMessage intent(Intent intent) {
        return new IntentMessage(head("i-" + intent.intent(), ZoneScenario.OPERATOR), intent);
    }

    public synchronized ReportMessage report(HostId host, Report report) {
        Sequence next = Optional.ofNullable(sent.get(host)).map(Sequence::next).orElse(Sequence.FIRST);
        sent.put(host, next);
        return new ReportMessage(
                head("r-" + host + "-" + next.value(), Actor.host(host)),
                new ReportMark(host, new Incarnation(1), next),
                report);
    }

    private Head head(String id, Actor actor) {
        Instant at = ZoneScenario.START;
        return new Head(new MessageId(id), zone, at, actor, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
