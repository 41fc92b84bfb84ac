package dev.drover.bench.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as people write them: no more digits than they need. */
final class Figures {
    private static final int MILLI = 3;

    private Figures() {}

    static BigDecimal seconds(long millis) {
        return plain(BigDecimal.valueOf(millis, MILLI));
    }

    /** To three digits after the point. */
    static BigDecimal rounded(double value) {
        return plain(BigDecimal.valueOf(value).setScale(MILLI, RoundingMode.HALF_UP));
    }

    /** Never with an exponent: that is what a negative scale would be written with. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
