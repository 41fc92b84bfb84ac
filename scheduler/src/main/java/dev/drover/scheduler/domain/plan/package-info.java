/**
 * Where vms go and which migration starts next.
 *
 * <p>May depend on: the schema, inventory, intent, migration, bandwidth.
 */
@NullMarked
package dev.drover.scheduler.domain.plan;

import org.jspecify.annotations.NullMarked;
