package dev.drover.agent.adapter.libvirt;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;

/** Functions of libvirt.so that libvirt-java does not bind, or binds in a way that hides something. */
interface LibvirtExtension extends Library {
    LibvirtExtension INSTANCE = Native.load("virt", LibvirtExtension.class);

    /** {@code virDomainEventID}: a domain was defined, started, suspended, resumed, stopped or undefined. */
    int LIFECYCLE = 0;

    /** The state with its reason, of which libvirt-java has only the state. */
    int virDomainGetState(Pointer domain, IntByReference state, IntByReference reason, int flags);

    /** In MiB/s. */
    int virDomainMigrateSetMaxSpeed(Pointer domain, NativeLong bandwidth, int flags);

    /** Of the job that copies this disk; in MiB/s. */
    int virDomainBlockJobSetSpeed(Pointer domain, String disk, NativeLong bandwidth, int flags);

    /** Tells QEMU, and returns before the guest has moved. */
    int virDomainMigrateStartPostCopy(Pointer domain, int flags);

    /** Begins to measure for so many seconds, and returns at once; without flags by a sample of pages. */
    int virDomainStartDirtyRateCalc(Pointer domain, int seconds, int flags);

    /** How many records {@code records} points to then; {@code domains} ends with a null. */
    int virDomainListGetStats(Pointer[] domains, int stats, PointerByReference records, int flags);

    void virDomainStatsRecordListFree(Pointer records);

    /** Not libvirt-java's listener: that makes an object for each event which holds the connection until collected. */
    int virConnectDomainEventRegisterAny(
            Pointer connection,
            @Nullable Pointer everyDomain,
            int eventId,
            LifecycleCallback callback,
            @Nullable Pointer opaque,
            @Nullable Pointer freeOpaque);

    /** Ends what registering began. */
    int virConnectDomainEventDeregisterAny(Pointer connection, int callbackId);

    /** Called on the event loop's thread, which must not call libvirt. */
    interface LifecycleCallback extends Callback {
        int event(Pointer connection, Pointer domain, int event, int detail, @Nullable Pointer opaque);
    }
}
