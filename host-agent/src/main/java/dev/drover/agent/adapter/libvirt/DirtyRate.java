package dev.drover.agent.adapter.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.Optional;
import java.util.OptionalLong;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;
import org.libvirt.NativeAccess;

/**
 * The last measurement of a guest's dirty rate, from {@code virDomainListGetStats}, which libvirt-java does not bind.
 * Its records are {@code {virDomainPtr, virTypedParameterPtr, int}}; a {@code virTypedParameter} is 96 bytes: the name in
 * the first 80, then its type, and its value at 88.
 */
final class DirtyRate {
    private static final int DIRTYRATE = 1 << 9;
    private static final int PARAMETERS_AT = 8;
    private static final int COUNT_AT = 16;
    private static final int PARAMETER_SIZE = 96;
    private static final int VALUE_AT = 88;
    private static final int MEASURED = 2;

    private DirtyRate() {}

    /** Empty while it is being measured, and before. */
    static Optional<BitsPerSecond> of(Domain domain) throws LibvirtException {
        PointerByReference records = new PointerByReference();
        Pointer[] oneDomain = {NativeAccess.pointer(domain), null};
        NativeAccess.check(LibvirtExtension.INSTANCE.virDomainListGetStats(oneDomain, DIRTYRATE, records, 0));
        try {
            return read(records.getValue().getPointer(0));
        } finally {
            LibvirtExtension.INSTANCE.virDomainStatsRecordListFree(records.getValue());
        }
    }

    private static Optional<BitsPerSecond> read(Pointer record) {
        return number(record, "dirtyrate.calc_status").orElse(0) == MEASURED
                ? number(record, "dirtyrate.megabytes_per_second").stream()
                        .mapToObj(BitsPerSecond::mebibytesPerSecond)
                        .findFirst()
                : Optional.empty();
    }

    private static OptionalLong number(Pointer record, String name) {
        Pointer parameters = record.getPointer(PARAMETERS_AT);
        for (int i = 0; i < record.getInt(COUNT_AT); i++) {
            Pointer parameter = parameters.share((long) i * PARAMETER_SIZE);
            if (parameter.getString(0).equals(name)) {
                boolean small = name.endsWith("status");
                return OptionalLong.of(small ? parameter.getInt(VALUE_AT) : parameter.getLong(VALUE_AT));
            }
        }
        return OptionalLong.empty();
    }
}
