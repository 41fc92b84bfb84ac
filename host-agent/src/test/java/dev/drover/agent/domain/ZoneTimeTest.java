package dev.drover.agent.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ZoneTimeTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration SKEW = Duration.ofSeconds(2);

    @Test
    void theClockIsBelievedAsLongAsNothingNewerWasWritten() {
        assertThat(ZoneTime.UNKNOWN.now(NOON)).isEqualTo(NOON);
        assertThat(ZoneTime.UNKNOWN.heard(NOON.minusSeconds(1)).now(NOON)).isEqualTo(NOON);
    }

    @Test
    void aClockThatIsBehindWhatWasWrittenIsNot() {
        assertThat(ZoneTime.UNKNOWN.heard(NOON).now(NOON.minusSeconds(60))).isEqualTo(NOON);
    }

    @Test
    void itNeverRunsBack() {
        assertThat(ZoneTime.UNKNOWN.heard(NOON).heard(NOON.minusSeconds(60))).isEqualTo(new ZoneTime(NOON));
    }

    @Test
    void onlyAClockThatIsFurtherBehindThanAllowedIsWrong() {
        ZoneTime time = ZoneTime.UNKNOWN.heard(NOON);
        assertThat(time.isAheadOf(NOON.minus(SKEW), SKEW)).isFalse();
        assertThat(time.isAheadOf(NOON.minus(SKEW).minusMillis(1), SKEW)).isTrue();
        assertThat(time.isAheadOf(NOON.plusSeconds(60), SKEW)).isFalse();
    }

    @Test
    void noClockIsWrongBeforeAnythingWasRead() {
        assertThat(ZoneTime.UNKNOWN.isAheadOf(NOON, SKEW)).isFalse();
    }
}
