package org.customervaluesquads.benchmarks.restating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.customervaluesquads.contracts.SquadMetricRestated;

/** How many facts of each squad have been shown in windows of one grain, and how long after they were sent. */
final class Following {

    private final String key;
    private final Sent sent;
    private final int before;
    private final long from;
    private final Map<String, Integer> shown = new HashMap<>();
    private final List<Long> latencies = new ArrayList<>();

    Following(String grain, Sent sent, int before, long from) {
        this.key = "|signals|" + grain + "|";
        this.sent = sent;
        this.before = before;
        this.from = from;
    }

    void follow(ConsumerRecord<String, byte[]> told) {
        if (!told.key().contains(key)) {
            return;
        }
        SquadMetricRestated metric = Restatements.read(told);
        int until = shown.getOrDefault(metric.squadId(), 0);
        int now = metric.value() == null ? 0 : metric.value().intValue() - before;
        if (now > until) {
            long at = System.nanoTime();
            sent.between(metric.squadId(), until, now).stream()
                    .filter(time -> time > from)
                    .forEach(time -> latencies.add(at - time));
            shown.put(metric.squadId(), now);
        }
    }

    List<Long> latencies() {
        latencies.sort(Long::compare);
        return latencies;
    }
}
