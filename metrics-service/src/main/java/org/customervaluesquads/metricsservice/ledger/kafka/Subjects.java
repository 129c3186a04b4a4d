package org.customervaluesquads.metricsservice.ledger.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.metricsservice.listening.Plausibility;

/** The keys under which signals came whose customer was found by a join: by such a key a row can go back. */
final class Subjects {

    private Subjects() {}

    /** For each signal that has one, by source and id. */
    static Map<String, String> in(ConsumerRecords<byte[], byte[]> batch) {
        Map<String, String> subjects = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> entry : batch) {
            String subject = CloudEventHeaders.read(entry.headers(), CloudEventHeaders.SUBJECT);
            if (subject != null && Plausibility.canBeKept(subject)) {
                String source = CloudEventHeaders.read(entry.headers(), CloudEventHeaders.SOURCE);
                subjects.put(source + "\n" + CloudEventHeaders.read(entry.headers(), CloudEventHeaders.ID), subject);
            }
        }
        return subjects;
    }
}
