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
import org.customervaluesquads.signalservice.consent.ConsentPolicies;
import org.customervaluesquads.signalservice.consent.Consents;
import org.customervaluesquads.signalservice.erasing.Erasures;
import org.customervaluesquads.signalservice.intents.IntentCatalogue;
import org.customervaluesquads.signalservice.intents.streams.IntentTold;
import org.customervaluesquads.signalservice.intents.streams.ScoreIntents;
import org.customervaluesquads.signalservice.metering.SignalMeters;
import org.customervaluesquads.signalservice.once.streams.CountOnce;
import org.customervaluesquads.signalservice.once.streams.DifferingDuplicates;
import org.customervaluesquads.signalservice.packs.streams.Unpack;
import org.customervaluesquads.signalservice.rejected.streams.KeepRejected;
import org.customervaluesquads.signalservice.sources.Sources;
import org.customervaluesquads.signalservice.squads.SquadScopes;
import org.customervaluesquads.signalservice.squads.streams.TellSquads;
import org.customervaluesquads.signalservice.who.streams.KnowWho;
import org.customervaluesquads.signalservice.who.streams.ScoreJoined;
import org.customervaluesquads.signalservice.who.streams.TakeIdentitySteps;
import org.customervaluesquads.signalservice.who.streams.Ways;

/**
 * The way of a signal from the door to the squads, on one screen.
 *
 * <p>Counting once, knowing who and scoring share the key of whom a signal is about, so they share a sub-topology: the
 * signal is read once, its state is written with it in one transaction, and no further topic lies between, but for signals
 * of a device that belongs to a customer. Squads, sources, policies and erasures are few and needed whole by every
 * instance, so each is followed as a global table.
 */
public final class SignalTopology {

    private static final String READ_JUDGED_SIGNALS = "read-judged-signals";
    private static final String READ_IDENTITY_STEPS = "read-identity-steps";
    private static final String UNPACK = "unpack";
    private static final String COUNT_ONCE = "count-once";
    private static final String KNOW_WHO = "know-who";
    private static final String TAKE_IDENTITY_STEPS = "take-identity-steps";
    private static final String[] RESOLVED = {KNOW_WHO, TAKE_IDENTITY_STEPS};

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
     * @param customersPerDevice a device with more customers than this is nobody's
     */
    public record Settings(
            String prefix, Duration duplicateWindow, IntentCatalogue catalogue, int customersPerDevice) {}

    /** What the topology keeps up to date, and goes by itself. */
    public record Views(Sources sources, SquadScopes squads, ConsentPolicies policies, Erasures erasures) {

        /** Views of nothing yet. */
        public static Views empty() {
            return new Views(new Sources(), new SquadScopes(), new ConsentPolicies(), new Erasures());
        }
    }

    /** Builds the topology; it keeps the views up to date. */
    public static Topology build(Settings settings, Views views) {
        return build(new Topology(), settings, views);
    }

    /** Builds it up in an empty one. */
    static Topology build(Topology topology, Settings settings, Views views) {
        // The container makes no steps of a topology, so they reach for the registry that all others are part of.
        SignalMeters meters = new SignalMeters(Metrics.globalRegistry, views.sources());
        countOnce(topology, settings, views, meters);
        knowWho(topology, settings, views);
        scoreIntents(topology, settings);

        // A squad is a view: who is told is decided when the intent changes, by the scopes as they are then.
        topology.addProcessor(
                Ways.TELL_SQUADS, () -> new TellSquads(views.squads(), meters), Ways.SCORE_INTENTS, Ways.SCORE_JOINED);
        topology.addSink(
                "publish-squad-intents",
                Topics.SQUAD_INTENTS.in(settings.prefix()),
                new StringSerializer(),
                new ByteArraySerializer(),
                Ways.TELL_SQUADS);
        keepRejected(topology, settings, views);

        follow(topology, Topics.SQUADS, settings, views.squads()::remember, views.squads()::forget);
        follow(topology, Topics.SOURCES, settings, views.sources()::remember, views.sources()::forget);
        follow(topology, Topics.POLICIES, settings, views.policies()::remember, views.policies()::forget);
        follow(topology, Topics.ERASURES, settings, views.erasures()::remember, views.erasures()::forget);
        return topology;
    }

    /** The duplicate is stopped before anything is derived from it. */
    private static void countOnce(Topology topology, Settings settings, Views views, SignalMeters meters) {
        topology.addSource(
                READ_JUDGED_SIGNALS,
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                Topics.SIGNALS_JUDGED.in(settings.prefix()));
        topology.addProcessor(UNPACK, Unpack::new, READ_JUDGED_SIGNALS);
        topology.addProcessor(
                COUNT_ONCE,
                () -> new CountOnce(source -> views.sources().windowOf(source, settings.duplicateWindow()), meters),
                UNPACK);
        topology.addStateStore(CountOnce.pages(), COUNT_ONCE);
        topology.addStateStore(CountOnce.index(), COUNT_ONCE);
        topology.addStateStore(DifferingDuplicates.store(), COUNT_ONCE);
    }

    /** Whose it is decides where it goes on: a device's signals to its customer's partition, by identity-steps. */
    private static void knowWho(Topology topology, Settings settings, Views views) {
        topology.addSource(
                READ_IDENTITY_STEPS,
                new StringDeserializer(),
                MessageSerde.of(Topics.IDENTITY_STEPS).deserializer(),
                Topics.IDENTITY_STEPS.in(settings.prefix()));
        Consents consents = new Consents(views.policies(), views.sources()::find);
        int customersMax = settings.customersPerDevice();
        topology.addProcessor(KNOW_WHO, () -> new KnowWho(consents, customersMax), COUNT_ONCE);
        topology.addProcessor(
                TAKE_IDENTITY_STEPS, () -> new TakeIdentitySteps(consents, customersMax), READ_IDENTITY_STEPS);
        topology.addStateStore(KnowWho.store(), KNOW_WHO, TAKE_IDENTITY_STEPS);
        topology.addSink(
                Ways.PUBLISH_SIGNALS,
                Topics.SIGNALS.in(settings.prefix()),
                new StringSerializer(),
                new ByteArraySerializer(),
                RESOLVED);
        publish(topology, Ways.PUBLISH_IDENTITIES, Topics.IDENTITIES, settings, RESOLVED);
        publish(topology, Ways.PUBLISH_ERASURES, Topics.ERASURES, settings, TAKE_IDENTITY_STEPS);
    }

    /** Most customers have no devices of which we know; those that have are scored as the sum of their parts. */
    private static void scoreIntents(Topology topology, Settings settings) {
        IntentCatalogue catalogue = settings.catalogue();
        topology.addProcessor(Ways.SCORE_INTENTS, () -> new ScoreIntents(catalogue), RESOLVED);
        topology.addProcessor(Ways.SCORE_JOINED, () -> new ScoreJoined(catalogue), RESOLVED);
        topology.addStateStore(ScoreIntents.store(catalogue), Ways.SCORE_INTENTS, Ways.SCORE_JOINED);
        topology.addStateStore(ScoreJoined.store(catalogue), Ways.SCORE_JOINED);
        String[] sending = {KNOW_WHO, TAKE_IDENTITY_STEPS, Ways.SCORE_JOINED};
        publish(topology, Ways.SEND_IDENTITY_STEPS, Topics.IDENTITY_STEPS, settings, sending);
        Serializer<IntentTold> written = (topic, told) -> told.json();
        topology.addSink(
                Ways.PUBLISH_INTENTS,
                Topics.INTENTS.in(settings.prefix()),
                new StringSerializer(),
                written,
                Ways.SCORE_INTENTS,
                Ways.SCORE_JOINED);
    }

    /** A part of its own: a flood of refusals delays no accepted signal. */
    private static void keepRejected(Topology topology, Settings settings, Views views) {
        topology.addSource(
                READ_REJECTED_SIGNALS,
                new StringDeserializer(),
                MessageSerde.of(Topics.SIGNALS_REJECTED).deserializer(),
                Topics.SIGNALS_REJECTED.in(settings.prefix()));
        topology.addProcessor(
                KEEP_REJECTED,
                () -> new KeepRejected(REJECTED_KEPT_FOR, KeepRejected.KEPT_MAX, views.erasures()),
                READ_REJECTED_SIGNALS);
        topology.addStateStore(KeepRejected.store(), KEEP_REJECTED);
        topology.addStateStore(KeepRejected.places(), KEEP_REJECTED);
        publish(topology, "publish-erased-rejections", Topics.ERASURES, settings, KEEP_REJECTED);
    }

    private static <V> void publish(
            Topology topology, String name, Topic<V> topic, Settings settings, String... parents) {
        topology.addSink(
                name,
                topic.in(settings.prefix()),
                new StringSerializer(),
                MessageSerde.of(topic).serializer(),
                parents);
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
