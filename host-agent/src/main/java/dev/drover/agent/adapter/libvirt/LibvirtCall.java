package dev.drover.agent.adapter.libvirt;

import org.libvirt.LibvirtException;

/** Something asked of libvirt. */
@FunctionalInterface
interface LibvirtCall<T> {
    /** May block for as long as libvirt likes. */
    T call() throws LibvirtException;
}
