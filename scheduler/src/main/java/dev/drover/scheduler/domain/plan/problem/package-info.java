/**
 * What a whole plan is made for: hosts, a network, vms with what their copies cost. Immutable, and nothing of how a zone
 * keeps it.
 *
 * <p>May depend on: the schema's ids.
 */
@NullMarked
package dev.drover.scheduler.domain.plan.problem;

import org.jspecify.annotations.NullMarked;
