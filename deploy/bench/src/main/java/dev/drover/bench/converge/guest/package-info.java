/**
 * A guest that is moved by QEMU, as arithmetic: what it writes, what a round sends, when it is stopped, and what may be
 * done about it. The same for whoever steers.
 *
 * <p>May depend on: the agent's convergence rules for what an owner consents to.
 */
@NullMarked
package dev.drover.bench.converge.guest;

import org.jspecify.annotations.NullMarked;
