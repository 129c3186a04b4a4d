package org.customervaluesquads.signalservice.topology;

import static org.customervaluesquads.signalservice.intents.streams.Scoring.Stores.ACCOUNTS;
import static org.customervaluesquads.signalservice.intents.streams.Scoring.Stores.CUSTOMERS;

import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.Topic;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.consent.ConsentPolicies;
import org.customervaluesquads.signalservice.consent.Consents;
import org.customervaluesquads.signalservice.erasing.Erasures;
import org.customervaluesquads.signalservice.intents.CatalogueJson;
import org.customervaluesquads.signalservice.intents.IntentCatalogue;
import org.customervaluesquads.signalservice.intents.Weighings;
import org.customervaluesquads.signalservice.intents.streams.IntentTold;
import org.customervaluesquads.signalservice.intents.streams.ScoreIntents;
import org.customervaluesquads.signalservice.intents.streams.Scoring;
import org.customervaluesquads.signalservice.learning.streams.LearnIntents;
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
 * of a device that belongs to a customer. Squads, sources, policies, erasures, the intent catalogue and what was learned are
 * few and needed whole by every instance, so each is followed as a global table.
 */
public final class SignalTopology {

    private static final String READ_JUDGED_SIGNALS = "read-judged-signals";
    private static final String READ_IDENTITY_STEPS = "read-identity-steps";
    private static final String UNPACK = "unpack";
    private static final String COUNT_ONCE = "count-once";
    private static final String KNOW_WHO = "know-who";
    private static final String TAKE_IDENTITY_STEPS = "take-identity-steps";
    private static final String[] RESOLVED = {KNOW_WHO, TAKE_IDENTITY_STEPS};

    private static final String SCORE_ACCOUNTS = "score-accounts";
    private static final String LEARN_INTENTS = "learn-intents";
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
     * @param learning whether weights are learned from outcomes; those of the catalogue serve otherwise
     */
    public record Settings(String prefix, Duration duplicateWindow, int customersPerDevice, boolean learning) {}

    /** What the topology keeps up to date, and goes by itself. */
    public record Views(
            Sources sources, SquadScopes squads, ConsentPolicies policies, Erasures erasures, Weighings weighings) {

        /** Views of nothing yet but a catalogue. */
        public static Views of(IntentCatalogue catalogue) {
            return new Views(
                    new Sources(), new SquadScopes(), new ConsentPolicies(), new Erasures(), new Weighings(catalogue));
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
        scoreIntents(topology, settings, views.weighings());

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
        scoreAccounts(topology, settings, views.weighings());
        if (settings.learning()) {
            learn(topology, settings, views.weighings());
        }

        follow(topology, Topics.SQUADS, settings, views.squads()::remember, views.squads()::forget);
        follow(topology, Topics.SOURCES, settings, views.sources()::remember, views.sources()::forget);
        follow(topology, Topics.POLICIES, settings, views.policies()::remember, views.policies()::forget);
        follow(topology, Topics.ERASURES, settings, views.erasures()::remember, views.erasures()::forget);
        follow(
                topology,
                Topics.INTENT_CATALOGUE,
                settings,
                set -> views.weighings().remember(CatalogueJson.read(set)),
                key -> views.weighings().forgetCatalogue());
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
    private static void scoreIntents(Topology topology, Settings settings, Weighings weighings) {
        IntentCatalogue catalogue = weighings.shipped();
        Scoring.Outlets outlets = new Scoring.Outlets(
                List.of(Ways.PUBLISH_INTENTS, Ways.TELL_SQUADS),
                settings.learning() ? List.of(Ways.PUBLISH_LESSONS) : List.of(),
                List.of(Ways.SEND_ACCOUNT_SIGNALS));
        String[] scoring = {Ways.SCORE_INTENTS, Ways.SCORE_JOINED};
        topology.addProcessor(
                Ways.SCORE_INTENTS,
                () -> new ScoreIntents(weighings, CUSTOMERS, ScoreJoined::partsIn, outlets, Ways.SCORE_INTENTS),
                RESOLVED);
        topology.addProcessor(Ways.SCORE_JOINED, () -> new ScoreJoined(weighings, CUSTOMERS, outlets), RESOLVED);
        topology.addStateStore(ScoreIntents.states(CUSTOMERS.states(), catalogue), scoring);
        topology.addStateStore(ScoreIntents.queue(CUSTOMERS.queue()), scoring);
        topology.addStateStore(ScoreJoined.store(catalogue), scoring);
        String[] sending = {KNOW_WHO, TAKE_IDENTITY_STEPS, Ways.SCORE_JOINED};
        publish(topology, Ways.SEND_IDENTITY_STEPS, Topics.IDENTITY_STEPS, settings, sending);
        publish(topology, Ways.SEND_ACCOUNT_SIGNALS, Topics.ACCOUNT_SIGNALS, settings, scoring);
        publishChanges(topology, Ways.PUBLISH_INTENTS, Topics.INTENTS, settings, scoring);
        if (settings.learning()) {
            publish(topology, Ways.PUBLISH_LESSONS, Topics.INTENT_LESSONS, settings, scoring);
        }
    }

    /** An account's signals are spread over its customers' partitions, so they come together under the account's key. */
    private static void scoreAccounts(Topology topology, Settings settings, Weighings weighings) {
        String published = "publish-account-intents";
        topology.addSource(
                "read-account-signals",
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                Topics.ACCOUNT_SIGNALS.in(settings.prefix()));
        Scoring.Outlets outlets = new Scoring.Outlets(List.of(published), List.of(), List.of());
        topology.addProcessor(
                SCORE_ACCOUNTS,
                () -> new ScoreIntents(weighings, ACCOUNTS, none -> key -> List.of(), outlets, SCORE_ACCOUNTS),
                "read-account-signals");
        topology.addStateStore(ScoreIntents.states(ACCOUNTS.states(), weighings.shipped()), SCORE_ACCOUNTS);
        topology.addStateStore(ScoreIntents.queue(ACCOUNTS.queue()), SCORE_ACCOUNTS);
        publishChanges(topology, published, Topics.ACCOUNT_INTENTS, settings, SCORE_ACCOUNTS);
    }

    /** All lessons of an intent come to one place, whichever instance drew them; what is better serves on every instance. */
    private static void learn(Topology topology, Settings settings, Weighings weighings) {
        topology.addSource(
                "read-lessons",
                new StringDeserializer(),
                MessageSerde.of(Topics.INTENT_LESSONS).deserializer(),
                Topics.INTENT_LESSONS.in(settings.prefix()));
        topology.addProcessor(LEARN_INTENTS, () -> new LearnIntents(weighings), "read-lessons");
        topology.addStateStore(LearnIntents.store(weighings.shipped()), LEARN_INTENTS);
        publish(topology, "publish-models", Topics.INTENT_MODELS, settings, LEARN_INTENTS);
        follow(topology, Topics.INTENT_MODELS, settings, weighings::remember, weighings::forgetModel);
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

    private static void publishChanges(
            Topology topology, String name, Topic<IntentChanged> topic, Settings settings, String... parents) {
        Serializer<IntentTold> written = (of, told) -> told.json();
        topology.addSink(name, topic.in(settings.prefix()), new StringSerializer(), written, parents);
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
