package dev.drover.cli.demo;

import dev.drover.cli.zone.ZoneView;
import dev.drover.cli.zone.ZoneWatch;
import java.util.List;

/** Where the demonstration plays: a running Drover with hosts and guests. */
interface Stage extends AutoCloseable {
    /** What there is to see. */
    Scene scene();

    /** Makes trouble while the drain goes on, and returns when there was enough of it. */
    void disturb(ZoneWatch watch);

    /** What is not as it should be after the drain, a sentence each. */
    List<String> complaints(ZoneView view);

    /** Ends everything that was started and leaves nothing behind. */
    @Override
    void close();
}
