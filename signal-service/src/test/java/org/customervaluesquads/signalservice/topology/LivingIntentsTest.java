package org.customervaluesquads.signalservice.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customervaluesquads.signalservice.intents.SomeSignals.NOON;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.contracts.LessonSettled;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.ModelPublished;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.Topic;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.intents.SomeSignals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Intents over time: fading, accounts, learning. */
class LivingIntentsTest {

    private static final String PRICING = "page.viewed/section=pricing";

    private final Path folder;
    private TopologyTestDriver driver;
    private TestInputTopic<String, SignalRecorded> judged;
    private int sent;

    LivingIntentsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Starts when the clock shows a moment. */
    private void startAt(Instant clock) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        driver = new TopologyTestDriver(
                SignalTopology.build(
                        new SignalTopology.Settings("", Duration.ofDays(7), 3, true),
                        SignalTopology.Views.of(SomeSignals.catalogue())),
                settings,
                clock);
        judged = driver.createInputTopic(
                Topics.SIGNALS_JUDGED.name(),
                new StringSerializer(),
                MessageSerde.of(Topics.SIGNALS_JUDGED).serializer());
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void tellsThatAnIntentFadedThoughNothingHappens() {
        startAt(NOON);
        TestOutputTopic<String, IntentChanged> intents = outputOf(Topics.INTENTS);
        hear("ann", "page.viewed", PRICING, null, NOON);
        hear("ann", "page.viewed", PRICING, null, NOON);
        intents.readValuesToList();

        for (int hour = 0; hour < 3 * 24; hour++) {
            driver.advanceWallClockTime(Duration.ofHours(1));
        }

        List<IntentChanged> told = intents.readValuesToList();
        assertThat(told).extracting(IntentChanged::stage).containsExactly("fading", "none");
        assertThat(told.getFirst().occurredAt())
                .isBetween(NOON.plus(Duration.ofMinutes(20)), NOON.plus(Duration.ofHours(3)));
        assertThat(told.getLast().occurredAt())
                .isBetween(NOON.plus(Duration.ofHours(20)), NOON.plus(Duration.ofHours(40)));
    }

    @Test
    void tellsOfFadingInAHistoryBetweenItsSignals() {
        startAt(NOON.plus(Duration.ofDays(700)));
        TestOutputTopic<String, IntentChanged> intents = outputOf(Topics.INTENTS);
        hear("ann", "page.viewed", PRICING, null, NOON);
        hear("ann", "page.viewed", PRICING, null, NOON);
        intents.readValuesToList();

        hear("bob", "page.viewed", null, null, NOON.plus(Duration.ofHours(2)));

        List<IntentChanged> told = intents.readValuesToList();
        assertThat(told)
                .filteredOn(change -> change.customerId().equals("ann"))
                .isNotEmpty()
                .allSatisfy(change ->
                        assertThat(change.occurredAt()).isAfter(NOON).isBefore(NOON.plus(Duration.ofHours(2))));
    }

    @Test
    void scoresAnAccountByAllOfItsPeople() {
        startAt(NOON);
        TestOutputTopic<String, IntentChanged> accounts = outputOf(Topics.ACCOUNT_INTENTS);
        TestOutputTopic<String, SignalRecorded> sentOn = outputOf(Topics.ACCOUNT_SIGNALS);

        hear("ann", "page.viewed", PRICING, "acme", NOON);
        hear("bob", "page.viewed", PRICING, "acme", NOON);

        assertThat(accounts.readKeyValuesToList()).last().satisfies(told -> {
            assertThat(told.key).isEqualTo("acme");
            assertThat(told.value.evidence())
                    .filteredOn(term -> term.feature().equals(PRICING))
                    .allSatisfy(term -> assertThat(term.count()).isEqualTo(2));
        });
        assertThat(sentOn.readValuesToList())
                .hasSize(2)
                .allSatisfy(signal -> assertThat(signal.customerId()).isNull());
    }

    @Test
    void learnsFromOutcomesAndScoresByWhatItLearned() {
        startAt(NOON.plus(Duration.ofDays(700)));
        TestOutputTopic<String, ModelPublished> models = outputOf(Topics.INTENT_MODELS);
        TestOutputTopic<String, IntentChanged> intents = outputOf(Topics.INTENTS);
        TestOutputTopic<String, LessonSettled> lessons = outputOf(Topics.INTENT_LESSONS);
        Random random = new Random(5);
        for (int i = 0; i < 150; i++) {
            Instant came = NOON.plus(Duration.ofHours(i));
            boolean fills = random.nextInt(3) == 0;
            hear("c-" + i, fills ? "cart.added" : "page.viewed", null, null, came);
            if (fills) {
                hear("c-" + i, "order.completed", null, null, came.plusSeconds(60));
            }
        }

        List<ModelPublished> published = models.readValuesToList();
        intents.readValuesToList();
        hear("last", "cart.added", null, null, NOON.plus(Duration.ofHours(300)));

        assertThat(published).isNotEmpty();
        assertThat(intents.readValuesToList())
                .last()
                .satisfies(change -> assertThat(change.modelVersion()).isPositive());
        assertThat(lessons.readValuesToList())
                .isNotEmpty()
                .allSatisfy(lesson ->
                        assertThat(lesson.settledAt()).isEqualTo(lesson.at().plus(Duration.ofHours(24))));
    }

    private void hear(String customer, String type, String feature, String account, Instant when) {
        sent++;
        SignalRecorded signal = new SignalRecorded(
                "s-" + sent,
                "web-shop",
                type,
                when,
                "marketing",
                customer,
                null,
                account,
                "GB",
                null,
                "web",
                null,
                null,
                null,
                null,
                feature == null ? null : Map.of("section", TextNode.valueOf("pricing")));
        TestRecord<String, SignalRecorded> record = new TestRecord<>(customer, signal, new RecordHeaders());
        CloudEventHeaders.write(record.headers(), signal.id(), signal.source(), signal.type(), when);
        judged.pipeInput(record);
    }

    private <V> TestOutputTopic<String, V> outputOf(Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), MessageSerde.of(topic).deserializer());
    }
}
