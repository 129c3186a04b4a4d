package org.customervaluesquads.metricsservice.cells.streams;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.customervaluesquads.metricsservice.listening.kafka.SkippedRecords;

/** Passes over records that are not what their topic holds; Kafka Streams makes it by its name in the settings. */
public final class SkippingUnreadable implements DeserializationExceptionHandler {

    @Override
    public DeserializationHandlerResponse handle(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> entry, Exception unreadable) {
        SkippedRecords.skip(
                CellsTopology.STORE,
                entry.topic(),
                entry.partition(),
                entry.offset(),
                String.valueOf(unreadable.getMessage()));
        return DeserializationHandlerResponse.CONTINUE;
    }

    @Override
    public void configure(Map<String, ?> settings) {}
}
