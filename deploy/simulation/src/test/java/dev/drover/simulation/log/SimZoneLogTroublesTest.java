package dev.drover.simulation.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.scheduler.domain.zone.Fleet;
import dev.drover.scheduler.domain.zone.Recording;
import dev.drover.scheduler.engine.Batch;
import dev.drover.scheduler.engine.CommitResult;
import dev.drover.scheduler.engine.ZoneLogException;
import dev.drover.schema.id.NodeId;
import dev.drover.simulation.log.CommitTroubles.Outcome;
import dev.drover.simulation.time.Chance;
import dev.drover.simulation.time.Machine;
import dev.drover.simulation.time.VirtualTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimZoneLogTroublesTest {
    private final VirtualTime time = new VirtualTime(Instant.EPOCH, () -> true);
    private final SimTopics topics = topics();
    private final Machine machine = new Machine("node-1", time);
    private final SimZoneLog log = log(machine);
    private int noted;

    @Test
    void what_was_aborted_is_never_seen_but_takes_up_room() {
        log.fence();
        assertThat(committedWith(Outcome.ABORTED)).isInstanceOf(CommitResult.Aborted.class);
        assertThat(seen()).isZero();
        assertThat(topics.end().value()).isPositive();
        assertThat(noted).isOne();
    }

    @Test
    void a_commit_of_which_nothing_is_heard_may_be_written_or_not() {
        log.fence();
        assertThat(committedWith(Outcome.UNKNOWN_NOT_WRITTEN)).isInstanceOf(CommitResult.Lost.class);
        assertThat(seen()).isZero();
        assertThat(committedWith(Outcome.UNKNOWN_WRITTEN)).isInstanceOf(CommitResult.Lost.class);
        assertThat(seen()).isEqualTo(batch().events().size());
    }

    @Test
    void a_late_commit_is_written_unless_it_is_fenced_by_then() {
        log.fence();
        assertThat(committedWith(Outcome.UNKNOWN_WRITTEN_LATE)).isInstanceOf(CommitResult.Lost.class);
        time.passUntil(time.now().plusSeconds(5));
        assertThat(seen()).isEqualTo(batch().events().size());
        committedWith(Outcome.UNKNOWN_WRITTEN_LATE);
        log(new Machine("node-2", time)).fence();
        time.passUntil(time.now().plusSeconds(5));
        assertThat(seen()).isEqualTo(batch().events().size());
    }

    @Test
    void an_owner_that_stands_still_within_a_commit_loses_it_to_the_next() {
        log.fence();
        time.in(Duration.ofMillis(1), () -> machine.stopUntil(time.now().plusSeconds(8)));
        time.in(Duration.ofSeconds(3), () -> log(new Machine("node-2", time)).fence());
        assertThat(log.commit(batch())).isInstanceOf(CommitResult.Lost.class);
        assertThat(seen()).isZero();
    }

    @Test
    void a_transaction_that_stays_open_too_long_is_aborted() {
        log.fence();
        time.in(Duration.ofMillis(1), () -> machine.stopUntil(time.now().plusSeconds(20)));
        assertThat(log.commit(batch())).isInstanceOf(CommitResult.Lost.class);
        assertThat(seen()).isZero();
    }

    @Test
    void a_node_that_is_cut_off_can_neither_take_over_nor_commit_nor_read() {
        log.fence();
        machine.cut(false, false);
        topics.tellGarbage(new byte[1]);
        assertThat(log.poll(Duration.ofMillis(20))).isEmpty();
        assertThat(log.commit(batch())).isInstanceOf(CommitResult.Lost.class);
        assertThatThrownBy(log::fence).isInstanceOf(ZoneLogException.class);
        assertThatThrownBy(() -> log.history().end()).isInstanceOf(ZoneLogException.class);
        assertThat(seen()).isZero();
    }

    @Test
    void a_node_that_hears_nothing_commits_without_knowing() {
        log.fence();
        machine.cut(false, true);
        assertThat(log.commit(batch())).isInstanceOf(CommitResult.Lost.class);
        assertThat(seen()).isEqualTo(batch().events().size());
    }

    private CommitResult committedWith(Outcome outcome) {
        topics.troubles().add(new CommitTroubles.Trouble(outcome, Duration.ofSeconds(4), () -> noted++));
        return log.commit(batch());
    }

    private long seen() {
        long seen = 0;
        for (long position = 0; position < topics.end().value(); position++) {
            seen += topics.eventAt(position).isPresent() ? 1 : 0;
        }
        return seen;
    }

    private static Batch batch() {
        return new Batch(Optional.empty(), Recording.run().log().subList(0, 3), List.of(), List.of(), List.of());
    }

    private SimZoneLog log(Machine where) {
        return new SimZoneLog(topics, new NodeId(where.name()), where, time, Chance.of(1));
    }

    private static SimTopics topics() {
        try {
            return new SimTopics(Fleet.ZONE, happening -> {}, MessageDigest.getInstance("SHA-256"));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
