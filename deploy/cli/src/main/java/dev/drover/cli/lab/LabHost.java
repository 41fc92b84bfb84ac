package dev.drover.cli.lab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drover.schema.id.HostId;
import dev.drover.schema.inventory.MigrationUri;

/** A host of the lab. */
public record LabHost(HostId host, String libvirtUri, MigrationUri migrationUri) {
    static LabHost of(JsonNode node) {
        return new LabHost(
                new HostId(node.path("name").asText()),
                node.path("libvirtUri").asText(),
                new MigrationUri(node.path("migrateUri").asText()));
    }
}
