package org.customervaluesquads.signalservice.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.OnTopic;
import org.jspecify.annotations.Nullable;

/** The Kafka door: puts on the inbox whatever the broker takes. */
final class FuzzedInbox implements AutoCloseable {

    /** Nearly as much as the broker takes. */
    private static final int HUGE = 1_000_000;

    /** Begins what is text and never JSON. */
    private static final char NO_JSON = '~';

    private static final List<String> HEADERS = List.of(
            "ce_specversion",
            "ce_id",
            "ce_source",
            "ce_type",
            "ce_time",
            "ce_",
            "content-type",
            "traceparent",
            "",
            "x");
    private static final List<String> VALUES = List.of(
            "1.0",
            "0.3",
            "fuzz-shop",
            "order.completed",
            "application/cloudevents+json",
            "application/json",
            "text/csv;",
            "\u0000",
            "yesterday",
            "");

    private final Mutator mutator;
    private final Random random;
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    OnTopic.bootstrapServers(),
                    ProducerConfig.LINGER_MS_CONFIG,
                    0),
            new StringSerializer(),
            new ByteArraySerializer());

    FuzzedInbox(long seed) {
        this.mutator = new Mutator(seed);
        this.random = new Random(seed);
    }

    /** Puts a broken record there; gives its value if it can be nothing but refused as it is. */
    @Nullable
    String putBroken() {
        byte @Nullable [] value = value();
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.SIGNALS_INBOX.name(), value);
        boolean headed = random.nextBoolean();
        if (headed) {
            addHeaders(record.headers(), value == null ? 0 : value.length);
        }
        producer.send(record);
        boolean isNoJson = value != null && value.length > 0 && value[0] == NO_JSON;
        return isNoJson && !headed ? new String(value, UTF_8) : null;
    }

    /** Puts a right signal on one of the inbox's partitions. */
    void put(int partition, byte[] signal, Map<String, String> headers) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topics.SIGNALS_INBOX.name(), partition, null, signal);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        producer.send(record);
    }

    private byte @Nullable [] value() {
        return switch (random.nextInt(12)) {
            case 0 -> null;
            case 1 -> new byte[0];
            case 2 -> binary();
            case 3 -> (NO_JSON + " no JSON " + random.nextLong()).getBytes(UTF_8);
            case 4 -> random.nextInt(10) == 0 ? new byte[HUGE] : binary();
            case 5 -> "{\"customer\": {\"id\": \"ann\"}}".getBytes(UTF_8);
            case 6, 7, 8 -> mutator.mutated(FuzzedDoors.EVENT.getBytes(UTF_8));
            default -> mutator.mutated(FuzzedDoors.SIGNAL.getBytes(UTF_8));
        };
    }

    private byte[] binary() {
        byte[] bytes = new byte[1 + random.nextInt(2_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private void addHeaders(Headers headers, int used) {
        for (int i = random.nextInt(8); i >= 0; i--) {
            String name = HEADERS.get(random.nextInt(HEADERS.size()));
            byte[] value = switch (random.nextInt(8)) {
                case 0 -> null;
                case 1 -> binary();
                default -> VALUES.get(random.nextInt(VALUES.size())).getBytes(UTF_8);
            };
            headers.add(name, value);
        }
        if (used < HUGE && random.nextInt(20) == 0) {
            headers.add("ce_specversion", VALUES.getFirst().getBytes(UTF_8));
            headers.add("ce_huge", "\u0001".repeat(HUGE - used).getBytes(UTF_8));
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
