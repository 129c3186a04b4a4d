package org.customervaluesquads.signalservice.packs.streams;

import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.customervaluesquads.signalservice.metering.SkippedRecords;
import org.customervaluesquads.signalservice.packs.PackedSignal;
import org.customervaluesquads.signalservice.packs.SignalPack;

/**
 * Passes on the signals of each pack one by one, as if each had been a record of its own. What is one already, as all were
 * before there were packs, goes on as it is.
 */
public final class Unpack extends ContextualProcessor<String, byte[], String, byte[]> {

    @Override
    public void process(Record<String, byte[]> record) {
        if (record.value() == null || !SignalPack.isOne(record.value())) {
            context().forward(record);
            return;
        }
        List<PackedSignal> signals;
        try {
            // all of it before any of it goes on
            signals = SignalPack.unpack(record.value(), record.headers());
        } catch (SerializationException broken) {
            SkippedRecords.skip("unpack", context(), String.valueOf(broken.getMessage()));
            return;
        }
        for (PackedSignal signal : signals) {
            context().forward(new Record<>(signal.key(), signal.json(), record.timestamp(), signal.headers()));
        }
    }
}
