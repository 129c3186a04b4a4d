package org.customervaluesquads.signalservice.doors;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SignalRejected;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.OnTopic;
import org.customervaluesquads.signalservice.Ready;
import org.customervaluesquads.signalservice.RealParts;
import org.customervaluesquads.signalservice.intake.SomeEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealParts
class InboxIT {

    private static final String INBOX = "signals-inbox";
    private static final JsonFormat FORMAT = new JsonFormat();
    private static final String ORDER = """
            {"id": "%s", "source": "inbox-shop", "type": "order.completed", "occurredAt": "2026-01-05T11:00:00Z"}""";

    /** As much as a record may have, and in JSON six times that. */
    private static final String HUGE = "\u0001".repeat(900_000);

    private KafkaProducer<String, byte[]> producer;

    @BeforeEach
    void registerAShop() {
        Ready.untilReady();
        given().contentType(ContentType.JSON)
                .body("{\"silo\": \"sales\"}")
                .put("/sources/inbox-shop")
                .then()
                .statusCode(200);
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, OnTopic.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @AfterEach
    void closeTheProducer() {
        producer.close();
    }

    @Test
    void takesSignalsAndEvents() {
        put(ORDER.formatted("inbox-plain").getBytes(UTF_8));
        put(FORMAT.serialize(SomeEvents.order("inbox-structured", "inbox-shop")));
        producer.send(KafkaMessageFactory.createWriter(INBOX, "key")
                .writeBinary(SomeEvents.order("inbox-binary", "inbox-shop")));
        put("{\"inbox".getBytes(UTF_8));
        producer.send(new ProducerRecord<>(INBOX, "key", null));

        assertThat(recorded("inbox-plain", "inbox-structured", "inbox-binary")).hasSize(3);
        Set<String> originals = Set.of("{\"inbox", "");
        assertThat(refused(2, refused -> originals.contains(refused.original())))
                .extracting(SignalRejected::original)
                .containsExactlyInAnyOrder("{\"inbox", "");
    }

    /** Else a signal that waited in the inbox, or was judged again after a kill, would have occurred later. */
    @Test
    void correctsASendersClockByWhenTheBrokerTookTheSignal() throws ExecutionException, InterruptedException {
        Instant sentAt = Instant.parse("2026-01-05T11:30:00Z");
        String signal = ORDER.formatted("inbox-clock").replace("}", ", \"sentAt\": \"" + sentAt + "\"}");

        long arrived = producer.send(new ProducerRecord<>(INBOX, signal.getBytes(UTF_8)))
                .get()
                .timestamp();

        assertThat(recorded("inbox-clock"))
                .singleElement()
                .extracting(SignalRecorded::occurredAt)
                .isEqualTo(Instant.ofEpochMilli(arrived).minus(Duration.ofMinutes(30)));
    }

    @Test
    void goesOnBehindRecordsWhoseHeadersAreNone() {
        ProducerRecord<String, byte[]> huge = onFirst("{}");
        huge.headers().add("ce_specversion", "1.0".getBytes(UTF_8)).add("ce_id", HUGE.getBytes(UTF_8));
        ProducerRecord<String, byte[]> without = onFirst(ORDER.formatted("inbox-headless"));
        without.headers().add("traceparent", null).add("content-type", null).add("ce_specversion", null);
        producer.send(huge);
        producer.send(without);
        producer.send(onFirst(ORDER.formatted("inbox-behind")));

        assertThat(recorded("inbox-behind")).hasSize(1);
        assertThat(refused(1, refused -> refused.original().contains("\\u0001")))
                .flatExtracting(SignalRejected::errors)
                .contains(new Reason("", "is larger than 65,536 bytes"));
    }

    private void put(byte[] value) {
        producer.send(new ProducerRecord<>(INBOX, value));
    }

    private static ProducerRecord<String, byte[]> onFirst(String value) {
        return new ProducerRecord<>(INBOX, 0, null, value.getBytes(UTF_8));
    }

    private static List<SignalRejected> refused(int count, Predicate<SignalRejected> wanted) {
        return OnTopic.read(
                Topics.SIGNALS_REJECTED, count, refused -> refused.door().equals(INBOX) && wanted.test(refused));
    }

    private static List<SignalRecorded> recorded(String... ids) {
        Set<String> wanted = Set.of(ids);
        return OnTopic.read(Topics.SIGNALS, wanted.size(), signal -> wanted.contains(signal.id()));
    }
}
