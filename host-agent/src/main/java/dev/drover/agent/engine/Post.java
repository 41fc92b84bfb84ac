package dev.drover.agent.engine;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * A part's letter box and its alarm clock. Nothing is handed to the part from within these calls. What comes after its
 * last message is dropped.
 */
public interface Post<M> {
    /** Tells the part this; may be called on any thread. */
    void tell(M message);

    /** Tells it this after {@code wait}, instead of what an alarm of this name would tell it that has not rung yet. */
    void wake(String alarm, M message, Duration wait);

    /** Lets no alarm ring that was set so far. */
    void sleep();

    /** Tells it the answer once there is one. */
    default <T> void tellWhen(CompletionStage<Answer<T>> question, Function<Answer<T>, M> message) {
        question.thenAccept(answer -> tell(message.apply(answer)));
    }
}
