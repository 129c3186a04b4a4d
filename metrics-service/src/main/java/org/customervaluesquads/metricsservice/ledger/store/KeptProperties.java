package org.customervaluesquads.metricsservice.ledger.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.customervaluesquads.contracts.StorableText;
import org.customervaluesquads.metricsservice.listening.Plausibility;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger keeps of an outcome's properties: single values, by which definitions can tell outcomes apart and
 * which they can measure. What is nested, long or strange is passed over, and only so many are kept, the first by name.
 */
final class KeptProperties {

    private static final int MOST = 32;
    private static final int LONGEST = 200;

    private KeptProperties() {}

    static Map<String, JsonNode> of(@Nullable Map<String, JsonNode> properties) {
        Map<String, JsonNode> kept = new TreeMap<>();
        if (properties != null) {
            new TreeMap<>(properties).forEach((name, value) -> {
                if (kept.size() < MOST && name.length() <= LONGEST && StorableText.is(name) && canBeKept(value)) {
                    kept.put(name, value);
                }
            });
        }
        return kept;
    }

    private static boolean canBeKept(@Nullable JsonNode value) {
        if (value == null) {
            return false;
        }
        if (value.isTextual()) {
            return value.textValue().length() <= LONGEST && StorableText.is(value.textValue());
        }
        return value.isBoolean() || (value.isNumber() && isPlain(value.decimalValue()));
    }

    private static boolean isPlain(BigDecimal number) {
        return number.scale() <= Plausibility.MAX_DIGITS
                && number.precision() - (long) number.scale() <= Plausibility.MAX_DIGITS;
    }
}
