package org.customervaluesquads.signalservice.topology;

import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.Topic;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.intents.IntentCatalogue;
import org.customervaluesquads.signalservice.intents.streams.IntentTold;
import org.customervaluesquads.signalservice.intents.streams.ScoreIntents;
import org.customervaluesquads.signalservice.metering.SignalMeters;
import org.customervaluesquads.signalservice.once.streams.CountOnce;
import org.customervaluesquads.signalservice.rejected.streams.KeepRejected;
import org.customervaluesquads.signalservice.sources.Sources;
import org.customervaluesquads.signalservice.squads.SquadScopes;
import org.customervaluesquads.signalservice.squads.streams.TellSquads;

/**
 * The way of a signal from the door to the squads, on one screen.
 *
 * <p>Counting once and scoring share the key of whom a signal is about, so they share a sub-topology: the signal is read
 * once, its state is written with it in one transaction, and no further topic lies between. Squads and sources are few
 * and needed whole by every instance, so each is followed as a global table.
 */
public final class SignalTopology {

    private static final String READ_JUDGED_SIGNALS = "read-judged-signals";
    private static final String COUNT_ONCE = "count-once";
    private static final String SCORE_INTENTS = "score-intents";
    private static final String TELL_SQUADS = "tell-squads";

    private static final String READ_REJECTED_SIGNALS = "read-rejected-signals";
    private static final String KEEP_REJECTED = "keep-rejected";

    /** As long as their topic. */
    private static final Duration REJECTED_KEPT_FOR = Duration.ofDays(30);

    private SignalTopology() {}

    /**
     * What the topology depends on.
     *
     * @param prefix of the installation's topics
     * @param duplicateWindow how long a signal's source and id are remembered after it was recorded
     */
    public record Settings(String prefix, Duration duplicateWindow, IntentCatalogue catalogue) {}

    /** Builds the topology; it keeps the sources and the squads' scopes up to date. */
    public static Topology build(Settings settings, Sources sources, SquadScopes squads) {
        // The container makes no steps of a topology, so they reach for the registry that all others are part of.
        SignalMeters meters = new SignalMeters(Metrics.globalRegistry, sources);
        Topology topology = new Topology();
        topology.addSource(
                READ_JUDGED_SIGNALS,
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                Topics.SIGNALS_JUDGED.in(settings.prefix()));

        // The duplicate is stopped before anything is derived from it.
        topology.addProcessor(
                COUNT_ONCE, () -> new CountOnce(source -> settings.duplicateWindow(), meters), READ_JUDGED_SIGNALS);
        topology.addStateStore(CountOnce.pages(), COUNT_ONCE);
        topology.addStateStore(CountOnce.index(), COUNT_ONCE);
        topology.addSink(
                "publish-signals",
                Topics.SIGNALS.in(settings.prefix()),
                new StringSerializer(),
                new ByteArraySerializer(),
                COUNT_ONCE);

        topology.addProcessor(SCORE_INTENTS, () -> new ScoreIntents(settings.catalogue()), COUNT_ONCE);
        topology.addStateStore(ScoreIntents.store(settings.catalogue()), SCORE_INTENTS);
        Serializer<IntentTold> written = (topic, told) -> told.json();
        topology.addSink(
                "publish-intents",
                Topics.INTENTS.in(settings.prefix()),
                new StringSerializer(),
                written,
                SCORE_INTENTS);

        // A squad is a view: who is told is decided when the intent changes, by the scopes as they are then.
        topology.addProcessor(TELL_SQUADS, () -> new TellSquads(squads, meters), SCORE_INTENTS);
        topology.addSink(
                "publish-squad-intents",
                Topics.SQUAD_INTENTS.in(settings.prefix()),
                new StringSerializer(),
                new ByteArraySerializer(),
                TELL_SQUADS);

        // A part of its own: a flood of refusals delays no accepted signal.
        topology.addSource(
                READ_REJECTED_SIGNALS,
                new StringDeserializer(),
                MessageSerde.of(Topics.SIGNALS_REJECTED).deserializer(),
                Topics.SIGNALS_REJECTED.in(settings.prefix()));
        topology.addProcessor(
                KEEP_REJECTED, () -> new KeepRejected(REJECTED_KEPT_FOR, KeepRejected.KEPT_MAX), READ_REJECTED_SIGNALS);
        topology.addStateStore(KeepRejected.store(), KEEP_REJECTED);
        topology.addStateStore(KeepRejected.places(), KEEP_REJECTED);

        follow(topology, Topics.SQUADS, settings, squads::remember, squads::forget);
        follow(topology, Topics.SOURCES, settings, sources::remember, sources::forget);
        return topology;
    }

    private static <V> void follow(
            Topology topology, Topic<V> topic, Settings settings, Consumer<V> remember, Consumer<String> forget) {
        topology.addGlobalStore(
                FollowTable.store(topic),
                "read-" + topic.name(),
                new StringDeserializer(),
                MessageSerde.of(topic).deserializer(),
                topic.in(settings.prefix()),
                "follow-" + topic.name(),
                () -> new FollowTable<>(topic, remember, forget));
    }
}
