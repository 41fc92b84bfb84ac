/**
 * The threads of the agent: an actor for each of its parts. The hypervisor is only ever called on threads set aside for
 * it, and the disk is only ever written on one of its own.
 *
 * <p>May depend on: the agent's engine, domain and ports, Akka.
 */
@NullMarked
package dev.drover.agent.adapter.akka;

import org.jspecify.annotations.NullMarked;
