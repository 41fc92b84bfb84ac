package dev.drover.simulation.planted;

import dev.drover.scheduler.engine.Batch;
import dev.drover.scheduler.engine.CommitResult;
import dev.drover.scheduler.engine.InboxRecord;
import dev.drover.scheduler.engine.ZoneHistory;
import dev.drover.scheduler.engine.ZoneLog;
import dev.drover.schema.codec.Decoding;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.InboxMessage;
import dev.drover.schema.message.ReportMessage;
import dev.drover.schema.report.ReportMark;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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

    /** A new owner goes back some inputs too far, and reads on from there in small portions. */
    static ZoneLog goingBack(ZoneLog log) {
        return new LogBug(log) {
            private final Deque<InboxRecord> read = new ArrayDeque<>();

            @Override
            public void readFrom(Optional<InboxOffset> last) {
                read.clear();
                inner.readFrom(last.map(offset -> offset.value() - 5)
                        .filter(offset -> offset >= 0)
                        .map(InboxOffset::new));
            }

            @Override
            public List<InboxRecord> poll(Duration wait) {
                if (read.isEmpty()) {
                    read.addAll(inner.poll(wait));
                }
                return Stream.generate(read::poll)
                        .limit(Math.min(2, read.size()))
                        .toList();
            }
        };
    }

    /** A snapshot is taken for what was written, whatever its footer says. */
    static ZoneLog trustingSnapshots(ZoneLog log) {
        return new LogBug(log) {
            @Override
            public ZoneHistory history() {
                return new TrustingHistory(inner.history());
            }
        };
    }

    /** Agents are told other things than were decided. */
    static ZoneLog rewritingCommands(ZoneLog log, UnaryOperator<CommandMessage> rewrite) {
        return new LogBug(log) {
            @Override
            public CommitResult commit(Batch batch) {
                return inner.commit(new Batch(
                        batch.readUpTo(),
                        batch.events(),
                        batch.commands().stream().map(rewrite).toList(),
                        batch.deadLetters(),
                        batch.snapshot()));
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
