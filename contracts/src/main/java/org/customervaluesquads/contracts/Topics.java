package org.customervaluesquads.contracts;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.customervaluesquads.contracts.Topic.Keeps;

/** Every topic there is. {@code docs/topics.md}, the AsyncAPI document and the compose file are checked against it. */
public final class Topics {

    /** Topics that share a key are read together, so all have the same number of partitions. */
    public static final int PARTITIONS = 4;

    public static final Topic<SquadPublished> SQUADS =
            newest("squads", "squadId", SquadPublished.class, "the squad as it is now: mission, scope, stage, cost");

    public static final Topic<SquadEventRecorded> SQUAD_EVENTS =
            kept("squad-events", "squadId", SquadEventRecorded.class, "what happened to a squad, in order", days(365));

    public static final Topic<PolicyLayerPublished> POLICIES = newest(
            "policies",
            "`global`, or `region:`name, or `squad:`squadId",
            PolicyLayerPublished.class,
            "what one layer asks to be kept to, whole");

    public static final Topic<SourceRegistered> SOURCES =
            newest("sources", "sourceId", SourceRegistered.class, "a registered producer of signals, with its mapping");

    public static final Topic<TextTaught> TEXT_EXAMPLES = newest(
            "text-examples",
            "question|label|teacher",
            TextTaught.class,
            "example messages by which topics, sentiment and emotion are taught");

    public static final Topic<SignalOffered> SIGNALS_INBOX = kept(
            "signals-inbox",
            "any",
            SignalOffered.class,
            "the Kafka door: a signal or a CloudEvent, judged like HTTP",
            days(7));

    public static final Topic<SignalRecorded> SIGNALS_JUDGED = kept(
            "signals-judged",
            "none: many signals to the record, each under its own key",
            SignalRecorded.class,
            "internal: accepted at a door, packed, not yet counted once",
            days(7));

    public static final Topic<SignalRecorded> SIGNALS = kept(
            "signals",
            "customerId, or `anonymous:`anonymousId, or `signal:`source/id",
            SignalRecorded.class,
            "counted once, enriched (silo, channel, region): what every reader reads",
            days(90));

    public static final Topic<IdentityStepTaken> IDENTITY_STEPS = kept(
            "identity-steps",
            "as `signals`",
            IdentityStepTaken.class,
            "internal: devices joined to customers, put back and forgotten, step by step",
            days(7));

    public static final Topic<IdentityJoined> IDENTITIES = newest(
            "identities", "`anonymous:`anonymousId, or an earlier customerId", IdentityJoined.class, "whose it is");

    public static final Topic<ErasureRecorded> ERASURES = newest(
            "erasures",
            "erasureId|place|digest",
            ErasureRecorded.class,
            "what became of each place that held an erased person");

    public static final Topic<SignalRejected> SIGNALS_REJECTED =
            kept("signals-rejected", "source", SignalRejected.class, "the original bytes and the reasons", days(30));

    public static final Topic<IntentChanged> INTENTS = kept(
            "intents",
            "customerId, or `anonymous:`anonymousId",
            IntentChanged.class,
            "an intent that changed, with evidence, and what it was",
            days(30));

    public static final Topic<SquadIntentChanged> SQUAD_INTENTS = kept(
            "squad-intents",
            "squadId",
            SquadIntentChanged.class,
            "the same, for each squad in whose scope the customer is",
            days(30));

    public static final Topic<SignalRecorded> ACCOUNT_SIGNALS = kept(
            "account-signals",
            "accountId",
            SignalRecorded.class,
            "internal: what a counted signal tells of its account, without whom it is about",
            days(7));

    public static final Topic<IntentChanged> ACCOUNT_INTENTS = kept(
            "account-intents",
            "accountId",
            IntentChanged.class,
            "an account's intent that changed, with evidence, and what it was",
            days(30));

    public static final Topic<CataloguePublished> INTENT_CATALOGUE = newest(
            "intent-catalogue", "`catalogue`", CataloguePublished.class, "the intent catalogue that was set over HTTP");

    public static final Topic<ModelPublished> INTENT_MODELS = newest(
            "intent-models",
            "intent|version, or intent|`choice`",
            ModelPublished.class,
            "weights, version, provenance, quality; which version was chosen by hand");

    public static final Topic<LessonSettled> INTENT_LESSONS = kept(
            "intent-lessons",
            "intent",
            LessonSettled.class,
            "a scored example whose outcome is now known, without whose it is",
            days(30));

    public static final Topic<EngagementCellSummed> ENGAGEMENT_CELLS = newest(
            "engagement-cells",
            "the cell",
            EngagementCellSummed.class,
            "internal: one hour of signals with equal attributes, summed");

    public static final Topic<SquadMetricRestated> SQUAD_METRICS = newest(
            "squad-metrics",
            "squadId|metric|grain|start",
            SquadMetricRestated.class,
            "the current value of a squad's metric, with its facts and revision");

    public static final Topic<CycleEvidenceStated> CYCLE_EVIDENCE =
            newest("cycle-evidence", "cycleId", CycleEvidenceStated.class, "the state of a cycle's test");

    public static final List<Topic<?>> ALL = List.of(
            SQUADS,
            SQUAD_EVENTS,
            POLICIES,
            SOURCES,
            TEXT_EXAMPLES,
            SIGNALS_INBOX,
            SIGNALS_JUDGED,
            SIGNALS,
            IDENTITY_STEPS,
            IDENTITIES,
            ERASURES,
            SIGNALS_REJECTED,
            INTENTS,
            SQUAD_INTENTS,
            ACCOUNT_SIGNALS,
            ACCOUNT_INTENTS,
            INTENT_CATALOGUE,
            INTENT_MODELS,
            INTENT_LESSONS,
            ENGAGEMENT_CELLS,
            SQUAD_METRICS,
            CYCLE_EVIDENCE);

    private static final long ADMIN_WAIT_SECONDS = 30;

    private Topics() {}

    /**
     * Creates those of the topics that the broker does not have yet; several services may do so at once.
     *
     * @throws IllegalStateException if the broker refuses, or does not answer within {@value #ADMIN_WAIT_SECONDS}
     *     seconds
     */
    public static void createMissing(Admin admin, String prefix, short replicas, List<Topic<?>> topics) {
        Set<String> present = waitFor(admin.listTopics().names(), "list topics");
        List<NewTopic> missing = topics.stream()
                .filter(topic -> !present.contains(topic.in(prefix)))
                .map(topic -> topic.toCreate(prefix, replicas))
                .toList();
        admin.createTopics(missing).values().forEach((name, created) -> {
            try {
                waitFor(created, "create topic " + name);
            } catch (IllegalStateException refused) {
                if (!(refused.getCause() instanceof TopicExistsException)) {
                    throw refused;
                }
            }
        });
    }

    private static <T> T waitFor(KafkaFuture<T> answer, String doing) {
        try {
            return answer.get(ADMIN_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException refused) {
            throw new IllegalStateException("the broker refused to " + doing, refused.getCause());
        } catch (TimeoutException late) {
            throw new IllegalStateException("the broker did not answer in time to " + doing, late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to " + doing, interrupted);
        }
    }

    private static <V> Topic<V> newest(String name, String keyedBy, Class<V> value, String what) {
        return new Topic<>(name, keyedBy, value, what, PARTITIONS, new Keeps.Newest());
    }

    private static <V> Topic<V> kept(String name, String keyedBy, Class<V> value, String what, Duration span) {
        return new Topic<>(name, keyedBy, value, what, PARTITIONS, new Keeps.For(span));
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
