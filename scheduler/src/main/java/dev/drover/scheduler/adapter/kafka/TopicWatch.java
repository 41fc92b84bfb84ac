package dev.drover.scheduler.adapter.kafka;

import dev.drover.scheduler.engine.ZoneLogException;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once of each topic what is wrong with it while zones run, and once that all are well again. */
final class TopicWatch {
    private static final Logger LOG = LoggerFactory.getLogger(TopicWatch.class);

    private final KafkaAdmin admin;
    private List<String> said = List.of();

    TopicWatch(KafkaAdmin admin) {
        this.admin = admin;
    }

    /** What is wrong now, a sentence each; the same as before when Kafka does not answer. */
    List<String> look() {
        List<String> objections = objections();
        objections.stream()
                .filter(objection -> !said.contains(objection))
                .forEach(objection -> LOG.warn("{}; zones go on by themselves once it is", objection));
        if (objections.isEmpty() && !said.isEmpty()) {
            LOG.info("all topics are as they must be again");
        }
        said = objections;
        return objections;
    }

    private List<String> objections() {
        try {
            List<String> gone = TopicCheck.gone(admin);
            return gone.isEmpty() ? TopicCheck.objections(admin) : gone;
        } catch (ZoneLogException unanswered) {
            return refusal(unanswered).map(List::of).orElse(said);
        }
    }

    /** That Kafka is silent is for others to say; that it refuses to answer must be mended by somebody. */
    private static Optional<String> refusal(ZoneLogException unanswered) {
        return Optional.ofNullable(unanswered.getCause())
                .map(Throwable::getCause)
                .filter(why -> why instanceof ApiException && !(why instanceof RetriableException))
                .map(why -> unanswered.getMessage() + ": this must be allowed to a scheduler");
    }
}
