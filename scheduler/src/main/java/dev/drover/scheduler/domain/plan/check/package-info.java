/**
 * Judges plans. It shares no code with what makes them, so that one mistake is not made twice.
 *
 * <p>May depend on: the problem, and nothing else of planning.
 */
@NullMarked
package dev.drover.scheduler.domain.plan.check;

import org.jspecify.annotations.NullMarked;
