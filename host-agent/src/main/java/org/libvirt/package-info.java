/**
 * The one class of ours that has to live in libvirt-java's own package, because what it reaches is package-private there.
 *
 * <p>May depend on: libvirt-java and JNA.
 */
@NullMarked
package org.libvirt;

import org.jspecify.annotations.NullMarked;
