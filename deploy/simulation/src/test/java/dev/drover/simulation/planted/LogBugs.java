package dev.drover.simulation.planted;

import dev.drover.scheduler.engine.Batch;
import dev.drover.scheduler.engine.CommitResult;
import dev.drover.scheduler.engine.InboxRecord;
import dev.drover.scheduler.engine.ZoneLog;
import dev.drover.schema.codec.Decoding;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.InboxMessage;
import dev.drover.schema.message.ReportMessage;
import dev.drover.schema.report.ReportMark;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Ways in which the loop around the log can be wrong. */
final class LogBugs {
    private LogBugs() {}

    /** Whoever was shut out takes the zone back and writes all the same. */
    static ZoneLog ignoringFences(ZoneLog log) {
        return new LogBug(log) {
            @Override
            public CommitResult commit(Batch batch) {
                CommitResult result = inner.commit(batch);
                if (result instanceof CommitResult.Lost) {
                    inner.fence();
                    return inner.commit(batch);
                }
                return result;
            }
        };
    }

    /** The new state is shown though the transaction was aborted. */
    static ZoneLog takingAbortsForCommits(ZoneLog log) {
        return new LogBug(log) {
            @Override
            public CommitResult commit(Batch batch) {
                CommitResult result = inner.commit(batch);
                return result instanceof CommitResult.Aborted
                        ? new CommitResult.Committed(Optional.of(inner.history().end()))
                        : result;
            }
        };
    }

    /** When nobody says whether it was written, it is taken for not written. */
    static ZoneLog takingTheUnknownForAborted(ZoneLog log) {
        return new LogBug(log) {
            @Override
            public CommitResult commit(Batch batch) {
                CommitResult result = inner.commit(batch);
                return result instanceof CommitResult.Lost(String why) ? new CommitResult.Aborted(why) : result;
            }
        };
    }

    /** A new owner goes on one input too far. */
    static ZoneLog skippingAnInput(ZoneLog log) {
        return new LogBug(log) {
            @Override
            public void readFrom(Optional<InboxOffset> last) {
                inner.readFrom(last.map(offset -> new InboxOffset(offset.value() + 1)));
            }
        };
    }

    /** Every report looks new, however often it came. */
    static ZoneLog forgettingWhatWasHeard(ZoneLog log) {
        return new LogBug(log) {
            @Override
            public List<InboxRecord> poll(Duration wait) {
                return inner.poll(wait).stream()
                        .map(record -> record.content() instanceof Decoding.Decoded<InboxMessage>(ReportMessage report)
                                ? new InboxRecord(
                                        record.offset(),
                                        record.raw(),
                                        new Decoding.Decoded<>(new ReportMessage(
                                                report.head(), renewed(report.mark(), record), report.report())))
                                : record)
                        .toList();
            }
        };
    }

    /** What is written is not quite what was decided. */
    static ZoneLog rewritingEvents(ZoneLog log, Function<EventMessage, Stream<EventMessage>> rewrite) {
        return new LogBug(log) {
            @Override
            public CommitResult commit(Batch batch) {
                return inner.commit(new Batch(
                        batch.readUpTo(),
                        batch.events().stream().flatMap(rewrite).toList(),
                        batch.commands(),
                        batch.deadLetters(),
                        batch.snapshot()));
            }
        };
    }

    private static ReportMark renewed(ReportMark mark, InboxRecord record) {
        long rising = mark.incarnation().value() + record.offset().value();
        return new ReportMark(mark.host(), new Incarnation(rising), mark.sequence());
    }
}
