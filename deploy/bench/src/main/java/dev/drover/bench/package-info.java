/**
 * {@code drover bench}: measures what Drover does beside what its foundations can do at most.
 *
 * <p>May depend on: the measurements, the results, the embedded Kafka, picocli.
 */
@NullMarked
package dev.drover.bench;

import org.jspecify.annotations.NullMarked;
