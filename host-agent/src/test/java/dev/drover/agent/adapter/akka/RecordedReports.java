package dev.drover.agent.adapter.akka;

import dev.drover.agent.domain.Cause;
import dev.drover.agent.engine.Reports;
import dev.drover.agent.port.Await;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.report.Report;
import dev.drover.schema.report.ReportMark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** Keeps every report; acknowledges each at once, or none while Kafka is said to be away. */
final class RecordedReports implements Reports {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final List<Said> said = new ArrayList<>();
    private final List<CompletableFuture<ReportMark>> waiting = new ArrayList<>();
    private boolean away;
    private boolean broken;

    record Said(Report report, Optional<Cause> cause) {}

    @Override
    public synchronized CompletionStage<ReportMark> send(Report report, Optional<Cause> cause) {
        CompletableFuture<ReportMark> done = new CompletableFuture<>();
        said.add(new Said(report, cause));
        if (broken) {
            done.completeExceptionally(new IllegalStateException("no room for more reports"));
        } else if (away) {
            waiting.add(done);
        } else {
            done.complete(mark());
        }
        return done;
    }

    synchronized void goAway() {
        away = true;
    }

    synchronized void breakDown() {
        broken = true;
    }

    synchronized void comeBack() {
        away = false;
        waiting.forEach(done -> done.complete(mark()));
        waiting.clear();
    }

    synchronized List<Report> all() {
        return said.stream().map(Said::report).toList();
    }

    synchronized List<Said> allSaid() {
        return List.copyOf(said);
    }

    <R extends Report> List<R> all(Class<R> type) {
        return all().stream().filter(type::isInstance).map(type::cast).toList();
    }

    <R extends Report> R first(Class<R> type) {
        return first(type, report -> true);
    }

    <R extends Report> R first(Class<R> type, Predicate<R> wanted) {
        return Await.present(
                "a " + type.getSimpleName(),
                SOON,
                () -> all(type).stream().filter(wanted).findFirst());
    }

    private ReportMark mark() {
        return new ReportMark(new HostId("h1"), new Incarnation(1), new Sequence(said.size()));
    }
}
