package org.customervaluesquads.signalservice.topology;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.customervaluesquads.signalservice.metering.SkippedRecords;

/**
 * Passes over records that are not of the form of their topic: no door writes such, so nothing accepted is lost with them.
 * Whatever else goes wrong while reading is no fault of the record. Kafka Streams makes it by its name in the settings.
 */
public final class SkipUnreadable implements DeserializationExceptionHandler {

    @Override
    public DeserializationHandlerResponse handle(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> entry, Exception failure) {
        if (!(failure instanceof SerializationException)) {
            return DeserializationHandlerResponse.FAIL;
        }
        SkippedRecords.skip(
                context.processorNodeId(),
                entry.topic(),
                entry.partition(),
                entry.offset(),
                String.valueOf(failure.getMessage()));
        return DeserializationHandlerResponse.CONTINUE;
    }

    @Override
    public void configure(Map<String, ?> settings) {}
}
