/**
 * The real driver: one host's libvirt, spoken to through libvirt-java and, for what that lacks, JNA.
 *
 * <p>Every call has a deadline of ours, kept on threads of ours, because libvirt's own can last for ever; only the
 * migration itself blocks its caller. Nothing in here decides anything: it asks, translates and waits.
 *
 * <p>May depend on: the agent's ports, the schema, libvirt-java, JNA, SLF4J.
 */
@NullMarked
package dev.drover.agent.adapter.libvirt;

import org.jspecify.annotations.NullMarked;
