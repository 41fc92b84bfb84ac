package dev.drover.agent.adapter.libvirt;

import dev.drover.schema.inventory.BaseImage;
import dev.drover.schema.inventory.ImageFormat;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.transfer.CopyMode;
import java.util.Locale;
import java.util.Optional;

/** What libvirt's storage driver is told, and says (https://libvirt.org/formatstorage.html). */
final class VolumeXml {
    private VolumeXml() {}

    /** A file that takes no more room than what is written to it. */
    static String of(LocalDisk disk, CopyMode mode) {
        Optional<BaseImage> base = switch (mode) {
            case FULL -> Optional.empty();
            case INCREMENTAL -> disk.base();
        };
        return "<volume><name>" + escaped(disk.path().name()) + "</name><capacity unit='bytes'>"
                + disk.capacity().value() + "</capacity><allocation>0</allocation><target><format type='"
                + name(disk.format()) + "'/></target>"
                + base.map(VolumeXml::base).orElse("") + "</volume>";
    }

    /** A pool that is a folder. */
    static String pool(String name, String folder) {
        return "<pool type='dir'><name>" + escaped(name) + "</name><target><path>" + escaped(folder)
                + "</path></target></pool>";
    }

    /** The folder that a pool is; empty for one of another kind. */
    static Optional<String> folderOf(String pool) {
        DomainXml xml = DomainXml.parse(pool);
        return xml.all("self::node()[@type='dir' or @type='fs' or @type='netfs']/target/path").stream()
                .map(path -> path.getTextContent())
                .findFirst();
    }

    private static String base(BaseImage base) {
        return "<backingStore><path>" + escaped(base.path().value()) + "</path><format type='" + name(base.format())
                + "'/></backingStore>";
    }

    private static String name(ImageFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
