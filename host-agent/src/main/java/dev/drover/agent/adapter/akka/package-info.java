/**
 * The agent at work: an actor for the host, one for its journal, one for its inventory, one for each migration. The
 * hypervisor is only ever called on threads set aside for it, and the disk is only ever written on one of its own.
 *
 * <p>May depend on: the agent's domain and ports, the schema, Akka, SLF4J.
 */
@NullMarked
package dev.drover.agent.adapter.akka;

import org.jspecify.annotations.NullMarked;
