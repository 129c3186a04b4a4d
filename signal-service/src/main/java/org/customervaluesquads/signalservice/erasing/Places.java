package org.customervaluesquads.signalservice.erasing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.customervaluesquads.contracts.ErasureRecorded;
import org.customervaluesquads.contracts.Topic;
import org.customervaluesquads.contracts.Topics;

/** Every place that can hold a person: the stores and compacted topics here, the topics kept by time, metrics-service. */
public final class Places {

    /** The record that an erasure was asked for. */
    public static final String REQUEST = "request";

    private static final List<String> STORES = List.of(
            "store customers",
            "store silent-customers",
            "store joined-parts",
            "store who",
            "topic " + Topics.IDENTITIES.name());

    private static final String REJECTED = "store rejected-signals/";

    private static final List<Topic<?>> KEPT_BY_TIME = List.of(
            Topics.SIGNALS_INBOX,
            Topics.SIGNALS_JUDGED,
            Topics.IDENTITY_STEPS,
            Topics.SIGNALS,
            Topics.SIGNALS_REJECTED,
            Topics.INTENTS,
            Topics.SQUAD_INTENTS,
            Topics.ERASURES);

    private Places() {}

    /** That an erasure was asked for. */
    public static ErasureRecorded requested(String erasureId, String key, Instant at) {
        return new ErasureRecorded(
                erasureId, digest(erasureId, key), REQUEST, ErasureRecorded.ASKED, at, null, null, null);
    }

    /** That a key which belongs to the person has been asked to let go, and has not yet answered. */
    public static ErasureRecorded askedOf(String erasureId, String key, Instant at) {
        return new ErasureRecorded(
                erasureId, digest(erasureId, key), STORES.getFirst(), ErasureRecorded.ASKED, at, null, null, null);
    }

    /** That nothing of the person is left under a key that is somebody else's. */
    public static ErasureRecorded leftOf(String erasureId, String key, Instant at) {
        return new ErasureRecorded(
                erasureId, digest(erasureId, key), STORES.getFirst(), ErasureRecorded.ERASED, at, null, null, null);
    }

    /** That the key which the erasure was asked for has answered. */
    public static ErasureRecorded answered(String erasureId, String key, Instant at) {
        return new ErasureRecorded(
                erasureId, digest(erasureId, key), REQUEST, ErasureRecorded.ERASED, at, null, null, null);
    }

    /**
     * What becomes of each place once the stores here have let go of a key: a tombstone is compacted away in time, other
     * topics drop what they hold in time, and who holds more than that is asked by the key itself, which the answer
     * replaces.
     */
    public static List<ErasureRecorded> of(String erasureId, String key, Instant at) {
        String person = digest(erasureId, key);
        List<ErasureRecorded> places = new ArrayList<>();
        for (String store : STORES) {
            Instant goneBy = Topics.IDENTITIES.goneBy(at);
            places.add(new ErasureRecorded(erasureId, person, store, ErasureRecorded.ERASED, at, goneBy, null, null));
        }
        for (Topic<?> topic : KEPT_BY_TIME) {
            places.add(new ErasureRecorded(
                    erasureId,
                    person,
                    "topic " + topic.name(),
                    ErasureRecorded.EXPIRES,
                    at,
                    topic.goneBy(at),
                    null,
                    null));
        }
        for (int partition = 0; partition < Topics.SIGNALS_REJECTED.partitions(); partition++) {
            places.add(askedBy(key, erasureId, person, rejectedSignals(partition), at));
        }
        places.add(askedBy(key, erasureId, person, ErasureRecorded.METRICS, at));
        return places;
    }

    /** The refused originals of one partition; they lie under their sources, so that each partition is asked. */
    public static String rejectedSignals(int partition) {
        return REJECTED + partition;
    }

    /** That a place which was asked holds nothing of the person any more; its topic is compacted in time. */
    public static ErasureRecorded erased(ErasureRecorded asked, long entries, Instant at) {
        return new ErasureRecorded(
                asked.erasureId(),
                asked.person(),
                asked.place(),
                ErasureRecorded.ERASED,
                at,
                Topics.ERASURES.goneBy(at),
                entries,
                null);
    }

    /** Whether a record is about whoever has this key. */
    public static boolean isOf(ErasureRecorded record, String key) {
        return record.person().equals(digest(record.erasureId(), key));
    }

    private static ErasureRecorded askedBy(String key, String erasureId, String person, String place, Instant at) {
        return new ErasureRecorded(erasureId, person, place, ErasureRecorded.ASKED, at, null, null, key);
    }

    /** Who it was, for whoever knows the key and the erasure, and for nobody else. */
    static String digest(String erasureId, String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((erasureId + '\n' + key).getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
