package dev.drover.agent.domain;

import dev.drover.schema.command.AgentCommand;
import dev.drover.schema.command.LeasesValidUntil;
import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.command.StartMigration;
import dev.drover.schema.id.Actor;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.CorrelationId;
import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.id.VmId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.message.CommandMark;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.Head;
import dev.drover.schema.message.LeaseMessage;
import dev.drover.schema.transfer.TransferOptions;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Commands for tests, as the scheduler would write them. */
public final class Commands {
    public static final ZoneId ZONE = new ZoneId("z1");
    public static final VmId VM = vm(1);

    private Commands() {}

    public static VmId vm(int number) {
        return VmId.of("6f1b2c3d-0000-4000-8000-%012d".formatted(number));
    }

    public static CommandMark mark(String migration, long attempt, long sequence, long epoch, Instant expiresAt) {
        return new CommandMark(
                new MigrationId(migration), new Attempt(attempt), new Sequence(sequence), new Epoch(epoch), expiresAt);
    }

    public static StartMigration start(VmId vm, MigrationUri destination, BitsPerSecond rate, Duration giveUpAfter) {
        return new StartMigration(vm, new HostId("h2"), destination, rate, giveUpAfter, TransferOptions.PLAIN);
    }

    public static StartMigration allowingPostCopy(StartMigration start) {
        return new StartMigration(
                start.vm(),
                start.destination(),
                start.destinationUri(),
                start.rate(),
                start.giveUpAfter(),
                start.options().allowingPostCopy());
    }

    public static CommandMessage observe(CommandMark mark) {
        return to(new HostId("h1"), mark, new ObserveVm(VM));
    }

    public static CommandMessage to(HostId host, CommandMark mark, AgentCommand command) {
        String id = "z1-%s-%d".formatted(mark.migration(), mark.sequence().value());
        return new CommandMessage(head(id, ZONE, Optional.of(new CorrelationId("intent-1"))), host, mark, command);
    }

    public static LeaseMessage leases(ZoneId zone, Epoch epoch, Instant until) {
        return new LeaseMessage(head("leases-1", zone, Optional.empty()), epoch, new LeasesValidUntil(until));
    }

    private static Head head(String id, ZoneId zone, Optional<CorrelationId> correlation) {
        return new Head(
                new MessageId(id),
                zone,
                Instant.EPOCH,
                Actor.scheduler(new NodeId("node-1")),
                Optional.empty(),
                Optional.empty(),
                correlation);
    }
}
