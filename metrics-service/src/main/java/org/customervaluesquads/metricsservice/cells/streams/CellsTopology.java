package org.customervaluesquads.metricsservice.cells.streams;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.metricsservice.cells.Cell;
import org.customervaluesquads.metricsservice.cells.CellSum;
import org.customervaluesquads.metricsservice.cells.Sighting;

/**
 * Sums all signals into cells.
 *
 * <p>Signals travel by customer, cells are summed by cell, so each signal goes once over an internal topic, packed to
 * who and when. The store's cache holds a cell's newest sum until the commit: a hot cell is told of once a commit, and
 * not once a signal. Nothing expires, since companies bring years of history on their first day.
 */
public final class CellsTopology {

    static final String STORE = "cells";

    private CellsTopology() {}

    /** The topology of an installation whose topics have this prefix. */
    public static Topology of(String topicPrefix) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(
                        Topics.SIGNALS.in(topicPrefix),
                        Consumed.with(Serdes.String(), MessageSerde.of(Topics.SIGNALS))
                                .withName("read-signals"))
                .process(PassingOverFlawed::new, Named.as("pass-over-flawed"))
                .map((key, signal) -> KeyValue.pair(Cell.of(signal), Sighting.of(signal)), Named.as("find-the-cell"))
                .groupByKey(Grouped.with("by-cell", Packing.CELLS, Packing.SIGHTINGS))
                .aggregate(
                        CellSum::nothing,
                        (cell, sighting, sum) -> sum.plus(sighting),
                        Named.as("sum-the-cell"),
                        Materialized.<Cell, CellSum>as(Stores.persistentKeyValueStore(STORE))
                                .withKeySerde(Packing.CELLS)
                                .withValueSerde(Packing.SUMS)
                                .withCachingEnabled())
                .toStream(Named.as("follow-the-sums"))
                .mapValues((cell, sum) -> sum.summed(cell), Named.as("unpack-the-sum"))
                .processValues(DescribingAsEvent::new, Named.as("describe-as-event"))
                .to(
                        Topics.ENGAGEMENT_CELLS.in(topicPrefix),
                        Produced.with(Packing.CELLS, MessageSerde.of(Topics.ENGAGEMENT_CELLS))
                                .withName("write-cells"));
        return builder.build();
    }
}
