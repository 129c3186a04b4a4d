package org.customervaluesquads.signalservice.rejected.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.ErasureRecorded;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.SignalRejected;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.erasing.Erasures;
import org.customervaluesquads.signalservice.metering.SkippedRecords;
import org.customervaluesquads.signalservice.rejected.Place;

/**
 * Keeps refused signals as the newest record says, by their ids, and their places in order of time.
 *
 * <p>They are dropped after as long as the topic keeps them, and before that when there are more than a partition may
 * hold, oldest first; and those that name somebody who is erased, when that is asked.
 */
public final class KeepRejected implements Processor<String, SignalRejected, String, ErasureRecorded> {

    public static final String STORE = "rejected-signals";
    public static final String PLACES = "rejected-places";

    /** A partition keeps no more than this. */
    public static final int KEPT_MAX = 100_000;

    private static final int DROPPED_AT_ONCE_MAX = 1_000;
    private static final Duration DROP_EVERY = Duration.ofMinutes(1);
    private static final Duration FORGET_EVERY = Duration.ofMillis(200);
    private static final String ORIGIN = "signal-service";
    private static final String ERASURE_RECORDED = "erasure.recorded";
    private static final byte[] HERE = {1};
    private static final int NOWHERE = -1;

    private final Duration keeps;
    private final int keptMax;
    private final Erasures erasures;
    private ProcessorContext<String, ErasureRecorded> context;
    private ForgetRejected forgetting;
    private KeyValueStore<String, SignalRejected> rejected;
    private KeyValueStore<String, byte[]> places;
    private int kept;

    /** Keeps each for a time, and so many of them, and forgets whom it is asked to. */
    @SuppressWarnings("NullAway") // the stores are given by init, before the first record
    public KeepRejected(Duration keeps, int keptMax, Erasures erasures) {
        this.keeps = keeps;
        this.keptMax = keptMax;
        this.erasures = erasures;
    }

    /** The store of the refused signals. */
    public static StoreBuilder<KeyValueStore<String, SignalRejected>> store() {
        Serde<SignalRejected> whole = MessageSerde.of(Topics.SIGNALS_REJECTED);
        Serde<SignalRejected> stored = Serdes.serdeFrom(whole.serializer(), orNothing(whole.deserializer()));
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), stored);
    }

    /**
     * Reads what an earlier release kept and this one cannot read as nothing. It is no record of a topic, so there is no
     * place that an operator could name to have it passed over.
     */
    @SuppressWarnings("NullAway") // null is Kafka's "nothing there", which its interfaces do not declare
    private static Deserializer<SignalRejected> orNothing(Deserializer<SignalRejected> reading) {
        return (topic, bytes) -> {
            try {
                return reading.deserialize(topic, bytes);
            } catch (SerializationException unreadable) {
                SkippedRecords.skip(STORE, topic, NOWHERE, NOWHERE, unreadable.toString());
                return null;
            }
        };
    }

    /** The store of their places. */
    public static StoreBuilder<KeyValueStore<String, byte[]>> places() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(PLACES), Serdes.String(), Serdes.ByteArray());
    }

    @Override
    public void init(ProcessorContext<String, ErasureRecorded> context) {
        this.context = context;
        rejected = context.getStateStore(STORE);
        forgetting = new ForgetRejected(erasures, context.taskId().partition(), rejected);
        places = context.getStateStore(PLACES);
        kept = 0;
        try (KeyValueIterator<String, byte[]> all = places.all()) {
            while (all.hasNext()) {
                all.next();
                kept++;
            }
        }
        context.schedule(
                DROP_EVERY,
                PunctuationType.WALL_CLOCK_TIME,
                now -> dropOldest(Place.from(Instant.ofEpochMilli(now).minus(keeps)), DROPPED_AT_ONCE_MAX));
        context.schedule(
                FORGET_EVERY,
                PunctuationType.WALL_CLOCK_TIME,
                now -> forgetting.goOn(Instant.ofEpochMilli(now), this::drop, this::answer));
    }

    @Override
    public void process(Record<String, SignalRejected> record) {
        SignalRejected refused = record.value();
        if (refused == null || !isWhole(refused)) {
            SkippedRecords.skip("keep-rejected", context, "lacks what a refusal must have");
            return;
        }
        SignalRejected before = rejected.get(refused.rejectionId());
        if (before != null && refused.rejectedAt().isBefore(before.rejectedAt())) {
            return; // a replay of what has been refused anew since
        }
        boolean replayOfNothing = before == null && refused.replayedAt() != null;
        if (replayOfNothing || forgetting.isTooLate(refused, Instant.ofEpochMilli(record.timestamp()))) {
            return;
        }
        if (before == null) {
            kept++;
        } else {
            places.delete(Place.of(before));
        }
        rejected.put(refused.rejectionId(), refused);
        places.put(Place.of(refused), HERE);
        if (kept > keptMax) {
            dropOldest(Place.LAST, Math.max(1, keptMax / 100));
        }
    }

    private static boolean isWhole(SignalRejected refused) {
        return refused.rejectionId() != null
                && refused.source() != null
                && refused.door() != null
                && refused.rejectedAt() != null
                && refused.errors() != null
                && refused.original() != null;
    }

    private void drop(SignalRejected refused) {
        places.delete(Place.of(refused));
        rejected.delete(refused.rejectionId());
        kept--;
    }

    private void answer(ErasureRecorded erased) {
        RecordHeaders headers = new RecordHeaders();
        CloudEventHeaders.write(headers, erased.key() + "/" + erased.state(), ORIGIN, ERASURE_RECORDED, erased.at());
        context.forward(new Record<>(erased.key(), erased, erased.at().toEpochMilli(), headers));
    }

    private void dropOldest(String before, int atMost) {
        List<String> oldest = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> inOrder = places.range(null, before)) {
            while (inOrder.hasNext() && oldest.size() < atMost) {
                oldest.add(inOrder.next().key);
            }
        }
        for (String place : oldest) {
            places.delete(place);
            rejected.delete(Place.idAt(place));
            kept--;
        }
    }
}
