/** Whether a zone that is begun anew, anywhere in its log, is the zone that went on. */
@NullMarked
package dev.drover.simulation.restart;

import org.jspecify.annotations.NullMarked;
