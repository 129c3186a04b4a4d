package org.customervaluesquads.signalservice.learning.streams;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.LessonSettled;
import org.customervaluesquads.contracts.ModelPublished;
import org.customervaluesquads.signalservice.held.HeldStore;
import org.customervaluesquads.signalservice.held.HeldStores;
import org.customervaluesquads.signalservice.held.Holding;
import org.customervaluesquads.signalservice.intents.IntentCatalogue;
import org.customervaluesquads.signalservice.intents.IntentCatalogue.Intent;
import org.customervaluesquads.signalservice.intents.Weighing;
import org.customervaluesquads.signalservice.intents.Weighings;
import org.customervaluesquads.signalservice.learning.Learner;
import org.customervaluesquads.signalservice.learning.LearnerCodec;
import org.customervaluesquads.signalservice.metering.SkippedRecords;

/** Learns each intent from its lessons, in the one partition to which they all go, and publishes versions that are better. */
public final class LearnIntents implements Processor<String, LessonSettled, String, ModelPublished> {

    public static final String STORE = "learners";

    /** There are few intents, and what is learned of one takes about as much. */
    private static final int LEARNER_BYTES = 300_000;

    private static final Holding<Learner> HOLDING = new Holding<>(100L * LEARNER_BYTES, learner -> LEARNER_BYTES);

    /** Older versions are taken out of the topic, but for one that was chosen. */
    private static final int VERSIONS_MAX = 50;

    private static final String ORIGIN = "signal-service";
    private static final String TYPE = "intent-model.published";

    private final Weighings weighings;
    private ProcessorContext<String, ModelPublished> context;
    private HeldStore<String, Learner> learners;

    /** Learns beside what serves. */
    @SuppressWarnings("NullAway") // context and store are given by init, before the first record
    public LearnIntents(Weighings weighings) {
        this.weighings = weighings;
    }

    /** The store that holds what was learned of each intent. */
    public static StoreBuilder<HeldStore<String, Learner>> store(IntentCatalogue catalogue) {
        LearnerCodec codec = new LearnerCodec(catalogue.halfLives());
        Serde<Learner> packed = Serdes.serdeFrom(
                (topic, learner) -> learner == null ? null : codec.write(learner),
                (topic, bytes) -> bytes == null ? null : codec.read(bytes));
        return new HeldStores<>(Stores.persistentKeyValueStore(STORE), Serdes.String(), packed, HOLDING);
    }

    @Override
    public void init(ProcessorContext<String, ModelPublished> context) {
        this.context = context;
        this.learners = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, LessonSettled> record) {
        LessonSettled lesson = record.value();
        Weighing weighing = weighings.current();
        if (lesson == null || !isOf(lesson, weighing.catalogue())) {
            SkippedRecords.skip("learn-intents", context, "is no lesson of the catalogue's intents and half-lives");
            return;
        }
        Intent intent = Objects.requireNonNull(weighing.catalogue().intent(lesson.intent()));
        List<ModelPublished> versions = weighings.versions(intent.name());
        Learner learner = Objects.requireNonNullElseGet(
                learners.take(intent.name()),
                () -> new Learner(weighing.catalogue().halfLives()));
        int newest = versions.isEmpty() ? 0 : versions.getFirst().version();
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        ModelPublished better = learner.learn(lesson, weighing.weights(intent), newest, now);
        learners.put(intent.name(), learner);
        if (better != null) {
            publish(record, better);
            takeOutOld(record, versions);
        }
    }

    private void publish(Record<String, LessonSettled> cause, ModelPublished better) {
        context.forward(new Record<>(better.key(), better, cause.timestamp(), headersOf(better)));
    }

    @SuppressWarnings("NullAway") // a null value is Kafka's tombstone, which its interfaces do not declare
    private void takeOutOld(Record<String, LessonSettled> cause, List<ModelPublished> versions) {
        for (int i = VERSIONS_MAX; i < versions.size(); i++) {
            ModelPublished old = versions.get(i);
            ModelPublished choice = weighings.choice(old.intent());
            if (choice == null || choice.version() != old.version()) {
                context.forward(new Record<>(old.key(), null, cause.timestamp(), headersOf(old)));
            }
        }
    }

    private static Headers headersOf(ModelPublished model) {
        Headers headers = new RecordHeaders();
        CloudEventHeaders.write(headers, model.key(), ORIGIN, TYPE, model.publishedAt());
        return headers;
    }

    private static boolean isOf(LessonSettled lesson, IntentCatalogue catalogue) {
        int halfLives = catalogue.halfLives().size();
        return lesson.intent() != null
                && lesson.at() != null
                && lesson.settledAt() != null
                && lesson.scores() > 0
                && lesson.counts() != null
                && catalogue.intent(lesson.intent()) != null
                && lesson.counts().values().stream().allMatch(counts -> counts != null && counts.length == halfLives);
    }
}
