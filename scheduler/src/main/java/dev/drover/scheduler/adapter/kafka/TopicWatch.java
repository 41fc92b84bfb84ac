package dev.drover.scheduler.adapter.kafka;

import dev.drover.scheduler.engine.ZoneLogException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once of each setting of a topic that it was broken while zones run, and once that all are well again. */
final class TopicWatch {
    private static final Logger LOG = LoggerFactory.getLogger(TopicWatch.class);

    private final KafkaAdmin admin;
    private List<String> said = List.of();

    TopicWatch(KafkaAdmin admin) {
        this.admin = admin;
    }

    void look() {
        try {
            List<String> objections = TopicCheck.objections(admin);
            objections.stream()
                    .filter(objection -> !said.contains(objection))
                    .forEach(objection -> LOG.warn("{}; zones go on by themselves once it is", objection));
            if (objections.isEmpty() && !said.isEmpty()) {
                LOG.info("all topics are as they must be again");
            }
            said = objections;
        } catch (ZoneLogException silent) {
            LOG.debug("the topics can't be looked at now", silent);
        }
    }
}
