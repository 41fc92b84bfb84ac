package dev.drover.deploy.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** Prepares a folder for Kafka's data, once, and tells whether what is there can be used. */
final class DataFormat {
    /** The newest form of data this broker can use; Kafka's name for it is metadata.version. */
    private static final MetadataVersion FORM = MetadataVersion.LATEST_PRODUCTION;

    private static final String FORM_FILE = "form";

    private DataFormat() {}

    /**
     * Formats the folder's data when there is none, all or nothing.
     *
     * @throws BrokerFailedException when there is something this broker can't use
     */
    static void ensure(BrokerFolder folder) throws IOException {
        if (Files.exists(folder.data())) {
            requireBroker(folder.data());
            requireKnownForm(folder.data());
        } else {
            format(folder);
        }
    }

    private static void requireBroker(Path data) throws IOException {
        MetaPropertiesEnsemble found = new MetaPropertiesEnsemble.Loader()
                .addLogDirs(List.of(data.toString()))
                .load();
        boolean ours = Files.exists(data.resolve(FORM_FILE))
                && found.logDirProps().values().stream()
                        .anyMatch(properties -> properties.nodeId().equals(OptionalInt.of(BrokerSettings.NODE)));
        if (!ours) {
            throw new BrokerFailedException(
                    data + " can't be used: it holds no data of such a broker (see form and meta.properties);"
                            + " choose another folder, or delete this one to begin anew");
        }
    }

    private static void requireKnownForm(Path data) throws IOException {
        String form = Files.readString(data.resolve(FORM_FILE)).strip();
        if (!form.matches("[0-9]{1,4}")) {
            throw new BrokerFailedException(data.resolve(FORM_FILE) + " holds '" + form
                    + "', which is no form of data; choose another folder, or delete this one to begin anew");
        }
        if (Integer.parseInt(form) > FORM.featureLevel()) {
            throw new BrokerFailedException(data + " was made by a newer version (metadata.version " + form
                    + ", known up to " + FORM.featureLevel() + "); run that version, or choose another folder");
        }
    }

    private static void format(BrokerFolder folder) throws IOException {
        Path draft = folder.unfinishedData();
        delete(draft);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            formatter(draft, new PrintStream(said, true, StandardCharsets.UTF_8))
                    .run();
        } catch (Exception e) { // all that its signature says
            throw new BrokerFailedException(
                    draft + " can't be formatted: " + e + " "
                            + said.toString(StandardCharsets.UTF_8).strip(),
                    e);
        }
        Files.writeString(draft.resolve(FORM_FILE), FORM.featureLevel() + "\n");
        Files.move(draft, folder.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Formatter formatter(Path data, PrintStream output) {
        return new Formatter()
                .setNodeId(BrokerSettings.NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(data.toString()))
                .setMetadataLogDirectory(data.toString())
                .setControllerListenerName(BrokerSettings.CONTROLLER)
                .setReleaseVersion(FORM)
                .setPrintStream(output);
    }

    private static void delete(Path draft) throws IOException {
        if (!Files.exists(draft)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(draft)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
