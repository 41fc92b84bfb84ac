/**
 * The figures by which a zone decides, as its operators set them.
 *
 * <p>May depend on: ids, units, means of transfer, Jackson's annotations.
 */
@NullMarked
package dev.drover.schema.policy;

import org.jspecify.annotations.NullMarked;
