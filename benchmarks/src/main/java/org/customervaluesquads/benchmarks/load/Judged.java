package org.customervaluesquads.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SourceRegistered;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.Catalogues;
import org.customervaluesquads.signalservice.intake.Judge;
import org.customervaluesquads.signalservice.intake.RecordedJson;
import org.customervaluesquads.signalservice.intake.Verdict;
import org.customervaluesquads.signalservice.packs.SignalPacker;

/**
 * Fills topics with the same signals, as if each hundred of them had come in one request.
 */
final class Judged {

    private static final ObjectReader TREE = MessageJson.mapper().readerFor(JsonNode.class);
    private static final int SIGNALS_EACH = 100;

    private Judged() {}

    /**
     * The topics that take the signals.
     *
     * @param packed what the door writes
     * @param events each signal as a record of its own: the CloudEvent that every reader of {@code signals} gets
     * @param bodies the same without headers
     */
    record Into(String packed, String events, String bodies) {}

    /**
     * Fills.
     *
     * @param span that ends now, over which the signals are spread
     */
    static void fill(Into into, Producer<String, byte[]> producer, long count, Duration span) throws IOException {
        Instant end = Instant.now();
        SourceRegistered shop = SourceRegistered.open(SomeSignals.SOURCE, "marketing", "web", null, null, end);
        Judge judge = new Judge(Catalogues.signalTypes(), id -> shop);
        RecordedJson json = new RecordedJson();
        SomeSignals some = new SomeSignals(7);
        SignalPacker packer = new SignalPacker(Topics.PARTITIONS);
        List<Header> shared = List.of(
                CloudEventHeaders.one(CloudEventHeaders.RECORDED_TIME, end.toString()),
                CloudEventHeaders.one(
                        CloudEventHeaders.TRACE_PARENT, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00"));
        for (long i = 0; i < count; i++) {
            Instant at = end.minus(span).plusMillis(span.toMillis() * i / count);
            byte[] offered = some.offered(at);
            SomeSignals.number(offered, SomeSignals.numberAt(), i);
            if (!(judge.judge(TREE.readTree(offered), end) instanceof Verdict.Accepted(SignalRecorded signal))) {
                throw new IllegalStateException("the door refuses what is to be measured");
            }
            byte[] body = json.bytes(signal);
            var _ = producer.send(new ProducerRecord<>(into.bodies(), signal.key(), body));
            var _ = producer.send(
                    new ProducerRecord<>(into.events(), null, signal.key(), body, headersOf(signal, shared)));
            packer.add(signal);
            if ((i + 1) % SIGNALS_EACH == 0 || i + 1 == count) {
                send(into.packed(), producer, packer, shared);
                packer = new SignalPacker(Topics.PARTITIONS);
            }
        }
        producer.flush();
    }

    private static List<Header> headersOf(SignalRecorded signal, List<Header> shared) {
        return CloudEventHeaders.of(signal.id(), signal.source(), signal.type(), signal.occurredAt(), shared);
    }

    private static void send(
            String topic, Producer<String, byte[]> producer, SignalPacker packer, List<Header> shared) {
        for (SignalPacker.Pack pack : packer.packs()) {
            var _ = producer.send(new ProducerRecord<>(topic, pack.partition(), (String) null, pack.value(), shared));
        }
    }
}
