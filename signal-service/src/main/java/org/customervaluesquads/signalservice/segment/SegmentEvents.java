package org.customervaluesquads.signalservice.segment;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of the events of track calls.
 *
 * @param events the type of signal that each means, by its name
 * @param worth for each type that has a worth, the properties that may tell it, the first that is there
 * @param currency of a worth that names none
 * @param products the properties that may name the product, the first that is there
 */
public record SegmentEvents(
        Map<String, String> events, Map<String, List<String>> worth, String currency, List<String> products) {

    /** A catalogue in which the case of the names does not matter. */
    public SegmentEvents {
        Map<String, String> anyCase = new HashMap<>();
        events.forEach((name, type) -> anyCase.put(name.toLowerCase(Locale.ROOT), type));
        events = Map.copyOf(anyCase);
        worth = Map.copyOf(worth);
        products = List.copyOf(products);
    }

    /** The type of signal that an event means; null if the catalogue does not know it. */
    public @Nullable String typeOf(String event) {
        return events.get(event.strip().toLowerCase(Locale.ROOT));
    }
}
