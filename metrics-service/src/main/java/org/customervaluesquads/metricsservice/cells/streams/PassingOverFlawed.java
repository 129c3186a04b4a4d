package org.customervaluesquads.metricsservice.cells.streams;

import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.metricsservice.listening.Plausibility;
import org.customervaluesquads.metricsservice.listening.kafka.SkippedRecords;

/**
 * Lets signals through that can be facts, and passes over the others with their reason. What was derived from another
 * signal says more of that one, and is no further engagement: it is left out without a word.
 */
final class PassingOverFlawed extends ContextualProcessor<String, SignalRecorded, String, SignalRecorded> {

    @Override
    public void process(Record<String, SignalRecorded> signal) {
        Plausibility.flaw(signal.value()).ifPresentOrElse(this::skip, () -> pass(signal));
    }

    private void pass(Record<String, SignalRecorded> signal) {
        if (!signal.value().wasDerived()) {
            context().forward(signal.withValue(underItsOwnName(signal)));
        }
    }

    /** Whose a device is may change; a cell's set of customers cannot give anybody back, so they are found elsewhere. */
    private static SignalRecorded underItsOwnName(Record<String, SignalRecorded> signal) {
        String subject = CloudEventHeaders.read(signal.headers(), CloudEventHeaders.SUBJECT);
        return subject != null && SignalRecorded.isAnonymous(subject)
                ? signal.value().of(null, null)
                : signal.value();
    }

    private void skip(String reason) {
        Optional<RecordMetadata> place = context().recordMetadata();
        SkippedRecords.skip(
                CellsTopology.STORE,
                place.map(RecordMetadata::topic).orElse("unknown"),
                place.map(RecordMetadata::partition).orElse(-1),
                place.map(RecordMetadata::offset).orElse(-1L),
                reason);
    }
}
