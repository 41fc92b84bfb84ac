/**
 * Messages to CloudEvents 1.0 and back, with limits and typed errors.
 *
 * <p>May depend on: the other schema packages, Jackson and the CloudEvents SDK.
 */
@NullMarked
package dev.drover.schema.codec;

import org.jspecify.annotations.NullMarked;
