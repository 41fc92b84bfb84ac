package dev.drover.scheduler.domain.zone;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ZonePolicyTest {
    @Test
    void a_policy_under_which_nothing_could_move_is_refused_by_name() {
        assertThatThrownBy(() -> ZonePolicy.standard().withParallel(0))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("parallelOut is 0; it must be at least 1");
        assertThatThrownBy(() -> ZonePolicy.standard().withLinkShare(0))
                .hasMessage("linkSharePercent is 0; it must be 1 to 100");
        assertThatThrownBy(() -> ZonePolicy.standard().withLinkShare(101))
                .hasMessage("linkSharePercent is 101; it must be 1 to 100");
        assertThatThrownBy(() -> policy(1, 0, 1, BitsPerSecond.mebibytesPerSecond(1)))
                .hasMessage("parallelIn is 0; it must be at least 1");
        assertThatThrownBy(() -> policy(1, 1, 0, BitsPerSecond.mebibytesPerSecond(1)))
                .hasMessage("attempts is 0; it must be at least 1");
        assertThatThrownBy(() -> policy(1, 1, 1, BitsPerSecond.ZERO))
                .hasMessage("quantum is 0 bit/s; it must be the driver's smallest rate");
    }

    private static ZonePolicy policy(int out, int in, int attempts, BitsPerSecond quantum) {
        Duration second = Duration.ofSeconds(1);
        return new ZonePolicy(out, in, 80, quantum, second, second, second, attempts, second);
    }
}
