package dev.drover.cli.failover;

import dev.drover.cli.topic.Line;
import dev.drover.cli.topic.Topic;
import java.util.List;

/** All that was written to the topics, in the order of each. */
record Evidence(List<Line> inbox, List<Line> events, List<Line> commands, List<Line> deadLetters) {
    static Evidence of(String bootstrap) {
        return new Evidence(
                Topic.read(bootstrap, "drover.inbox"),
                Topic.read(bootstrap, "drover.events"),
                Topic.read(bootstrap, "drover.commands"),
                Topic.read(bootstrap, "drover.deadletters"));
    }

    /** How many events of this type there are. */
    long count(String type) {
        return events.stream().filter(event -> event.is(type)).count();
    }
}
