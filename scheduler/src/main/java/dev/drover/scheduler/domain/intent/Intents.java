package dev.drover.scheduler.domain.intent;

import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentEvent;
import dev.drover.schema.event.IntentRefused;
import dev.drover.schema.event.VmBlocked;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.intent.EvacuateHost;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/** All intents the zone has heard of, so that each is answered once. Immutable. */
public record Intents(PSortedMap<IntentId, Evacuation> evacuations, PSortedSet<IntentId> refused) {
    /** Before anybody asked for anything. */
    public static final Intents EMPTY = new Intents(TreePMap.empty(), TreePSet.empty());

    /** Whether the zone has already answered an intent of this id. */
    public boolean knows(IntentId intent) {
        return evacuations.containsKey(intent) || refused.contains(intent);
    }

    /** The evacuation, ended or not. */
    public Optional<Evacuation> evacuation(IntentId intent) {
        return Optional.ofNullable(evacuations.get(intent));
    }

    /** What is being worked on. */
    public List<Evacuation> active() {
        return evacuations.values().stream().filter(one -> !one.ended()).toList();
    }

    /** The evacuation that empties this host now. */
    public Optional<Evacuation> evacuating(HostId host) {
        return active().stream().filter(one -> one.intent().host().equals(host)).findFirst();
    }

    /** After {@code event}. */
    public Intents evolve(IntentEvent event) {
        return switch (event) {
            case IntentAccepted accepted ->
                switch (accepted.accepted()) {
                    case EvacuateHost evacuate ->
                        new Intents(evacuations.plus(evacuate.intent(), Evacuation.of(evacuate)), refused);
                };
            case IntentRefused refusal -> new Intents(evacuations, refused.plus(refusal.intent()));
            case VmBlocked blocked -> change(blocked.intent(), one -> one.withBlocked(blocked.vm(), blocked.why()));
            case IntentEnded ended -> change(ended.intent(), Evacuation::asEnded);
        };
    }

    private Intents change(IntentId intent, UnaryOperator<Evacuation> change) {
        return evacuation(intent)
                .map(one -> new Intents(evacuations.plus(intent, change.apply(one)), refused))
                .orElse(this);
    }
}
