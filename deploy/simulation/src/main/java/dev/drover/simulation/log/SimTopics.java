package dev.drover.simulation.log;

import dev.drover.scheduler.engine.Batch;
import dev.drover.scheduler.engine.DeadLetter;
import dev.drover.scheduler.engine.SnapshotRecord;
import dev.drover.schema.codec.Decoding;
import dev.drover.schema.codec.MessageCodec;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.LogPosition;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.message.AgentMessage;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.InboxMessage;
import dev.drover.schema.message.LeaseMessage;
import dev.drover.schema.message.SnapshotMessage;
import dev.drover.simulation.witness.Happening;
import dev.drover.simulation.witness.Witness;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One zone's partitions, as the broker has them. A transaction leaves its records and a marker behind, so places in the
 * log are not consecutive; what was aborted takes up room and is never seen.
 */
public final class SimTopics {
    private static final MessageCodec CODEC = new MessageCodec();

    private final ZoneId zone;
    private final Witness witness;
    private final MessageDigest digest;
    private final List<SimRecord> inbox = new ArrayList<>();
    private final List<Optional<SimRecord>> events = new ArrayList<>();
    private final List<CommandMessage> commands = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final SimSnapshots snapshots = new SimSnapshots();
    private final List<Runnable> onCommands = new ArrayList<>();
    private final CommitTroubles troubles = new CommitTroubles();
    private Optional<SpoiledEvent> spoiled = Optional.empty();
    private long producerEpoch;
    private int answered;

    /**
     * Empty ones.
     *
     * @param digest of every byte that is committed, in order
     */
    public SimTopics(ZoneId zone, Witness witness, MessageDigest digest) {
        this.zone = zone;
        this.witness = witness;
        this.digest = digest;
    }

    /** Whose they are. */
    public ZoneId zone() {
        return zone;
    }

    /** What happens to the next commits. */
    public CommitTroubles troubles() {
        return troubles;
    }

    /** Is called whenever commands were committed. */
    public void onCommands(Runnable listener) {
        onCommands.add(listener);
    }

    /** Appends a message to the inbox. */
    public void tell(InboxMessage message) {
        append(SimRecord.of(Topics.INBOX, zone.value(), message));
    }

    /** Appends what nobody can read. */
    public void tellGarbage(byte[] bytes) {
        append(SimRecord.garbage(bytes));
    }

    /** Appends a message with one of its headers replaced, and another body. */
    public void tellTampered(InboxMessage message, String header, String instead, byte[] body) {
        append(SimRecord.of(Topics.INBOX, zone.value(), message).tampered(header, instead, body));
    }

    /** Appends a message with one of its headers replaced. */
    public void tellTampered(InboxMessage message, String header, String instead) {
        SimRecord sound = SimRecord.of(Topics.INBOX, zone.value(), message);
        append(sound.tampered(header, instead, sound.value()));
    }

    /** Appends what stands there once more; false when there is nothing. */
    public boolean repeat(int offset) {
        if (offset >= inbox.size()) {
            return false;
        }
        append(inbox.get(offset));
        return true;
    }

    /**
     * Until it is mended, nobody can read the newest event; false when there is none.
     *
     * @param noted is called when somebody tries for the first time
     */
    public boolean spoilEvent(Runnable noted) {
        for (int position = events.size() - 1; position >= 0; position--) {
            Optional<SimRecord> event = events.get(position);
            if (event.isPresent()) {
                witness.saw(new Happening.EventSpoiled(zone));
                spoiled = Optional.of(new SpoiledEvent(position, event.get(), noted));
                return true;
            }
        }
        return false;
    }

    /** Everything that was written can be read. */
    public void mendEvents() {
        spoiled = Optional.empty();
    }

    /** How much there is in the inbox. */
    public int inboxSize() {
        return inbox.size();
    }

    /** All commands that were committed, in their order. */
    public List<CommandMessage> commands() {
        return List.copyOf(commands);
    }

    /** How many commands were committed. */
    public int commandCount() {
        return commands.size();
    }

    /** One of the commands that were committed. */
    public CommandMessage command(int place) {
        return commands.get(place);
    }

    /** All that was put aside. */
    public List<DeadLetter> deadLetters() {
        return List.copyOf(deadLetters);
    }

    SimRecord inboxAt(int offset) {
        return inbox.get(offset);
    }

    /** What was kept of the zone's states. */
    public SimSnapshots snapshots() {
        return snapshots;
    }

    /** The group's offset: behind the last input that a commit answered. */
    int answered() {
        return answered;
    }

    LogPosition end() {
        return new LogPosition(events.size());
    }

    /** What is there of an event; nothing at markers and at what was aborted. */
    Optional<SimRecord> eventAt(long position) {
        Optional<SimRecord> event = events.get(Math.toIntExact(position));
        Optional<SpoiledEvent> instead = spoiled.filter(one -> one.isAt(position));
        return instead.isPresent() ? instead.map(SpoiledEvent::read) : event;
    }

    /** Shuts out whoever has an earlier number; what they left open is dropped. */
    long fence() {
        return ++producerEpoch;
    }

    boolean isFenced(long number) {
        return number != producerEpoch;
    }

    /** Takes up room, and is never seen. */
    void abort(Batch batch) {
        batch.events().forEach(event -> events.add(Optional.empty()));
        events.add(Optional.empty());
    }

    /** Writes it whole. Gives the place behind its last event, if it has any. */
    Optional<LogPosition> commit(Batch batch, NodeId by) {
        witness.saw(new Happening.HandedOver(zone, by, batch));
        List<EventMessage> written = batch.events().stream().map(this::write).toList();
        Optional<LogPosition> end = written.isEmpty() ? Optional.empty() : Optional.of(end());
        events.add(Optional.empty());
        batch.readUpTo().ifPresent(read -> answered = Math.toIntExact(read.value()) + 1);
        List<CommandMessage> ordered =
                batch.commands().stream().map(this::write).toList();
        commands.addAll(ordered);
        batch.deadLetters().forEach(this::write);
        List<SnapshotMessage> kept =
                batch.snapshot().stream().flatMap(part -> write(part).stream()).toList();
        witness.saw(
                new Happening.Committed(zone, by, end, batch.readUpTo(), written, ordered, batch.deadLetters(), kept));
        if (!ordered.isEmpty()) {
            onCommands.forEach(Runnable::run);
        }
        return end;
    }

    private void append(SimRecord record) {
        record.addTo(digest);
        inbox.add(record);
        witness.saw(new Happening.Told(zone, new InboxOffset(inbox.size() - 1), legible(record)));
    }

    private Optional<InboxMessage> legible(SimRecord record) {
        return switch (record.read().then(CODEC::inbox)) {
            case Decoding.Decoded<InboxMessage>(InboxMessage message) ->
                Optional.of(message).filter(one -> one.head().zone().equals(zone));
            case Decoding.Undecodable<InboxMessage> garbage -> Optional.empty();
        };
    }

    private EventMessage write(EventMessage event) {
        SimRecord record = SimRecord.of(Topics.EVENTS, zone.value(), event);
        record.addTo(digest);
        events.add(Optional.of(record));
        return record.read().then(CODEC::event).orElse(error -> {
            throw new IllegalStateException("an event can't be read back: " + error.explain());
        });
    }

    private CommandMessage write(CommandMessage command) {
        SimRecord record = SimRecord.of(Topics.COMMANDS, command.host().value(), command);
        record.addTo(digest);
        AgentMessage read = record.read().then(CODEC::command).orElse(error -> {
            throw new IllegalStateException("a command can't be read back: " + error.explain());
        });
        return switch (read) {
            case CommandMessage back -> back;
            case LeaseMessage other -> throw new IllegalStateException("a command was read back as " + other);
        };
    }

    private void write(DeadLetter letter) {
        digest.update(letter.rejection().why().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        digest.update(letter.record().value());
        deadLetters.add(letter);
    }

    private Optional<SnapshotMessage> write(SnapshotRecord part) {
        String key = zone + "/" + part.slot() + "/" + part.part();
        Optional<SimRecord> record = part.content()
                .map(content -> new SnapshotMessage(part.head(), part.slot(), part.part(), content))
                .map(message -> SimRecord.of(Topics.SNAPSHOTS, key, message));
        record.ifPresent(written -> written.addTo(digest));
        snapshots.put(key, record);
        return record.map(written -> written.read().then(CODEC::snapshot).orElse(error -> {
            throw new IllegalStateException("a snapshot can't be read back: " + error.explain());
        }));
    }
}
