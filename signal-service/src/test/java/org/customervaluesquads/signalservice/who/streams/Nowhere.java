package org.customervaluesquads.signalservice.who.streams;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;

/** Where records go that a test does not look at. */
final class Nowhere implements Processor<Object, Object, Void, Void> {

    @Override
    public void process(Record<Object, Object> record) {}
}
