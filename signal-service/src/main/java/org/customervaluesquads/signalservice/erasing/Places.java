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

    private static final List<String> STORES =
            List.of("store customers", "store joined-parts", "store who", "topic " + Topics.IDENTITIES.name());

    private static final List<Topic<?>> KEPT_BY_TIME = List.of(
            Topics.SIGNALS_JUDGED,
            Topics.IDENTITY_STEPS,
            Topics.SIGNALS,
            Topics.SIGNALS_REJECTED,
            Topics.INTENTS,
            Topics.SQUAD_INTENTS);

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
     * topics drop what they hold in time, and metrics-service is asked by the key itself, which its answer replaces.
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
        places.add(new ErasureRecorded(
                erasureId, person, ErasureRecorded.METRICS, ErasureRecorded.ASKED, at, null, null, key));
        return places;
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
