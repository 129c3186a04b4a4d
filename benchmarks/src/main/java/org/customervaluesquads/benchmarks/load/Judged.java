package org.customervaluesquads.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SourceRegistered;
import org.customervaluesquads.signalservice.Catalogues;
import org.customervaluesquads.signalservice.intake.Judge;
import org.customervaluesquads.signalservice.intake.Verdict;

/** Fills a topic with signals as the door would have written them, spread over a day. */
final class Judged {

    private static final ObjectReader TREE = MessageJson.mapper().readerFor(JsonNode.class);
    private static final ObjectWriter RECORDED = MessageJson.mapper().writerFor(SignalRecorded.class);
    private static final Duration SPAN = Duration.ofDays(1);

    private Judged() {}

    static void fill(String topic, Producer<String, byte[]> producer, long count, Instant end) throws IOException {
        SourceRegistered shop = SourceRegistered.open(SomeSignals.SOURCE, "marketing", "web", null, null, end);
        Judge judge = new Judge(Catalogues.signalTypes(), id -> shop);
        SomeSignals some = new SomeSignals(7);
        for (long i = 0; i < count; i++) {
            Instant at = end.minus(SPAN).plusMillis(SPAN.toMillis() * i / count);
            byte[] offered = some.offered(at);
            SomeSignals.number(offered, SomeSignals.numberAt(), i);
            if (!(judge.judge(TREE.readTree(offered), end) instanceof Verdict.Accepted(SignalRecorded signal))) {
                throw new IllegalStateException("the door refuses what is to be measured");
            }
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(topic, signal.key(), RECORDED.writeValueAsBytes(signal));
            CloudEventHeaders.write(record.headers(), signal.id(), signal.source(), signal.type(), signal.occurredAt());
            CloudEventHeaders.write(record.headers(), CloudEventHeaders.RECORDED_TIME, end.toString());
            var _ = producer.send(record);
        }
        producer.flush();
    }
}
