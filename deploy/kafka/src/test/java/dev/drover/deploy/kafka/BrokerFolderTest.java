package dev.drover.deploy.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.server.common.MetadataVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerFolderTest {
    @TempDir
    Path parent;

    @Test
    void a_missing_folder_is_created_with_those_above_it() {
        BrokerFolder folder = BrokerFolder.at(parent.resolve("a/b"));

        assertThat(folder.path()).isEmptyDirectory();
    }

    @Test
    void a_folder_remembers_the_last_port() throws IOException {
        BrokerFolder folder = BrokerFolder.at(parent);
        assertThat(folder.lastPort()).isEmpty();

        folder.rememberPort(15_000);
        folder.rememberPort(15_001);

        assertThat(BrokerFolder.at(parent).lastPort()).hasValue(15_001);
    }

    @Test
    void a_port_file_that_holds_no_port_is_named_with_its_cure() throws IOException {
        Path file = Files.writeString(parent.resolve("broker.port"), "70000\n");

        assertThatThrownBy(() -> BrokerFolder.at(parent).lastPort())
                .isInstanceOf(BrokerFailedException.class)
                .hasMessageContainingAll(file.toString(), "'70000'", "delete");
    }

    @Test
    void a_folder_with_other_files_is_left_alone() throws IOException {
        Files.createFile(parent.resolve("thesis.odt"));

        assertThatThrownBy(() -> BrokerFolder.at(parent))
                .isInstanceOf(BrokerFailedException.class)
                .hasMessageContainingAll(parent.toString(), "thesis.odt", "choose");
        assertThat(parent).isDirectoryContaining("glob:**/thesis.odt");
    }

    @Test
    void what_an_interrupted_first_start_left_is_no_obstacle() throws IOException {
        for (String name : new String[] {"broker.log", "broker.lock", "broker.1.probe", "data.new"}) {
            Files.createFile(parent.resolve(name));
        }

        DataFormat.ensure(BrokerFolder.at(parent));

        assertThat(parent.resolve("data/meta.properties")).exists();
    }

    @Test
    void a_folder_that_cannot_be_created_or_written_is_named_with_its_cure() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));

        for (Path path : new Path[] {file, file.resolve("below"), Path.of("/proc/drover")}) {
            assertThatThrownBy(() -> BrokerFolder.at(path))
                    .isInstanceOf(BrokerFailedException.class)
                    .hasMessageContainingAll(path.toString(), "can't be written", "choose");
        }
    }

    @Test
    void data_are_formatted_once_and_all_or_nothing() throws IOException {
        BrokerFolder folder = BrokerFolder.at(parent);
        Path leftover = Files.createDirectories(folder.unfinishedData()).resolve("half");
        Files.writeString(leftover, "of an earlier attempt");

        DataFormat.ensure(folder);
        String identity = identity(folder);
        DataFormat.ensure(BrokerFolder.at(parent));

        assertThat(identity(folder)).isEqualTo(identity).contains("cluster.id=", "node.id=1");
        assertThat(folder.unfinishedData()).doesNotExist();
        assertThat(folder.data().resolve("half")).doesNotExist();
    }

    @Test
    void data_that_are_not_of_such_a_broker_are_refused() throws IOException {
        BrokerFolder folder = BrokerFolder.at(parent);
        DataFormat.ensure(folder);
        Path identity = folder.data().resolve("meta.properties");

        for (String other :
                new String[] {"", "garbage", "version=1\nnode.id=7\ncluster.id=x\n", "version=2\nnode.id=1\n"}) {
            Files.writeString(identity, other);
            assertRefused(folder, "meta.properties");
        }
        Files.delete(identity);
        assertRefused(folder, "meta.properties");
    }

    @Test
    void data_of_a_newer_version_are_refused_naming_both() throws IOException {
        BrokerFolder folder = BrokerFolder.at(parent);
        DataFormat.ensure(folder);
        Files.writeString(folder.data().resolve("form"), "99\n");

        assertRefused(
                folder,
                "newer version (metadata.version 99, known up to " + MetadataVersion.LATEST_PRODUCTION.featureLevel());
    }

    @Test
    void data_of_an_unreadable_form_are_refused() throws IOException {
        BrokerFolder folder = BrokerFolder.at(parent);
        DataFormat.ensure(folder);
        Files.writeString(folder.data().resolve("form"), "a scribble");

        assertRefused(folder, "a scribble");
    }

    private static void assertRefused(BrokerFolder folder, String reason) {
        assertThatThrownBy(() -> DataFormat.ensure(folder))
                .isInstanceOf(BrokerFailedException.class)
                .hasMessageContainingAll(folder.data().toString(), reason, "choose another folder");
    }

    private static String identity(BrokerFolder folder) throws IOException {
        return Files.readString(folder.data().resolve("meta.properties"));
    }
}
