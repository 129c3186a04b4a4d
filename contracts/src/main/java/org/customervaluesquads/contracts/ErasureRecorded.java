package org.customervaluesquads.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one place that held an erased person, on {@link Topics#ERASURES}; the later record of a key replaces
 * the earlier one, so that nothing but a digest of who it was remains.
 *
 * @param person a digest of the customer's or the device's key
 * @param place a store, a table or a topic
 * @param state {@code asked}, {@code erased}, or {@code expires} where records cannot be taken out before their time
 * @param goneBy the moment by which what expires is gone
 * @param entries how many entries the place held, where that is known
 * @param subject the key itself, only while the place is asked and has not answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErasureRecorded(
        String erasureId,
        String person,
        String place,
        String state,
        Instant at,
        @Nullable Instant goneBy,
        @Nullable Long entries,
        @Nullable String subject) {

    public static final String ASKED = "asked";
    public static final String ERASED = "erased";
    public static final String EXPIRES = "expires";

    /** The place that metrics-service answers for. */
    public static final String METRICS = "metrics-service";

    /** The record's key. */
    public String key() {
        return String.join("|", erasureId, place, person);
    }
}
