package dev.drover.scheduler.app;

import dev.drover.scheduler.adapter.http.ZoneReader;
import dev.drover.scheduler.adapter.kafka.KafkaZoneHistory;
import dev.drover.scheduler.adapter.kafka.NodeDirectory;
import dev.drover.scheduler.engine.Answer;
import dev.drover.scheduler.engine.Folded;
import dev.drover.scheduler.engine.PastState;
import dev.drover.scheduler.engine.ZoneHistory;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.kafka.ZoneTable;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a node knows of each zone as its owner or standby, and who knows when it does not. */
final class KnownZones implements ZoneReader, AutoCloseable {
    private final String kafka;
    private final NodeId node;
    private final OwnedZones owned;
    private final Standbys standbys;
    private final NodeDirectory directory;

    /** Closes neither {@code owned} nor {@code standbys}. */
    KnownZones(String kafka, NodeId node, OwnedZones owned, Standbys standbys) {
        this.kafka = kafka;
        this.node = node;
        this.owned = owned;
        this.standbys = standbys;
        this.directory = new NodeDirectory(kafka);
    }

    @Override
    public NodeId node() {
        return node;
    }

    @Override
    public ZoneTable table() {
        return standbys.table();
    }

    @Override
    public <T> Answer<T> ask(ZoneLayout zone, Function<Folded, T> question) {
        Optional<Folded> known = owned.folded(zone.zone()).or(() -> standbys.folded(zone.zone()));
        if (known.isPresent()) {
            return new Answer.Here<>(question.apply(known.get()));
        }
        List<NodeId> others = standbys.knowing(zone.partition());
        return others.isEmpty() ? new Answer.Nobody<>() : new Answer.Elsewhere<>(others);
    }

    @Override
    public Folded at(ZoneLayout zone, Instant time) {
        try (ZoneHistory history = new KafkaZoneHistory(kafka, zone)) {
            return PastState.at(history, zone.zone(), time);
        }
    }

    @Override
    public Optional<URI> address(NodeId other) {
        return directory.find(other);
    }

    @Override
    public void close() {
        directory.close();
    }
}
