/**
 * What a node answers over HTTP, and how it passes on what another one knows.
 *
 * <p>May depend on: the engine, the domain's state, the schema, Javalin, the JDK's HTTP client.
 */
@NullMarked
package dev.drover.scheduler.adapter.http;

import org.jspecify.annotations.NullMarked;
