package org.customervaluesquads.signalservice.rejected;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import org.customervaluesquads.contracts.SignalRejected;

/** The place of a refusal among all: by when it was refused, and by its id among those of one moment. */
public final class Place {

    /** Newest first. */
    public static final Comparator<SignalRejected> NEWEST_FIRST =
            Comparator.comparing(Place::of).reversed();

    /** Behind every place there is. */
    public static final String LAST = "~";

    private Place() {}

    /** The place of a refusal; texts sort as the places do. */
    public static String of(SignalRejected refused) {
        return from(refused.rejectedAt()) + "-" + refused.rejectionId();
    }

    /** What comes before every place from this moment on, and behind all before it. */
    public static String from(Instant moment) {
        return String.format(Locale.ROOT, "%015d", Math.max(0, moment.toEpochMilli()));
    }

    /** The id of the refusal at a place. */
    public static String idAt(String place) {
        return place.substring(place.indexOf('-') + 1);
    }
}
