/**
 * Max-min fair shares over numbered links, in whole steps. Of what changes, only what it touches is reckoned again.
 *
 * <p>May depend on: nothing but the JDK.
 */
@NullMarked
package dev.drover.scheduler.domain.bandwidth.fill;

import org.jspecify.annotations.NullMarked;
