package org.customervaluesquads.signalservice.rejected;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SignalRejected;

/**
 * Whom refused originals name.
 *
 * <p>In our own form, in CloudEvents and in what Segment's clients send, the fields that name somebody are known. What a
 * webhook sent is known to its mapping alone, which may be what was wrong, and of what cannot be read nothing is: there
 * every value may be somebody's id, at the price that an original can go that named no more than the same word.
 */
public final class Named {

    private static final String WEBHOOKS = "sources/events";
    private static final String CUSTOMER = "customer";
    private static final Set<String> OF_CUSTOMERS = Set.of("userId", "previousId", "customerId");
    private static final Set<String> OF_DEVICES = Set.of("anonymousId", "previousId");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private Named() {}

    /** Whether an original names whoever has this key. */
    public static boolean names(SignalRejected refused, String key) {
        String id = SignalRecorded.isAnonymous(key)
                ? key.substring(SignalRecorded.keyOfAnonymous("").length())
                : key;
        boolean canHoldIt =
                refused.original().contains(id) || refused.original().indexOf('\\') >= 0;
        return canHoldIt && keysIn(refused).contains(key);
    }

    /** The keys of all whom an original may name. */
    public static Set<String> keysIn(SignalRejected refused) {
        Set<String> keys = new TreeSet<>();
        try {
            JsonNode original = MessageJson.mapper().readTree(refused.original());
            if (refused.door().equals(WEBHOOKS)) {
                allIn(original, keys);
            } else {
                namedIn(original, "", keys);
            }
        } catch (JsonProcessingException | NumberFormatException illegible) {
            Matcher quoted = QUOTED.matcher(refused.original());
            while (quoted.find()) {
                addBoth(quoted.group(1), keys);
            }
        }
        return keys;
    }

    private static void namedIn(JsonNode node, String in, Set<String> keys) {
        node.properties().forEach(field -> {
            String name = field.getKey();
            String value = field.getValue().asText();
            if (OF_CUSTOMERS.contains(name) || (in.equals(CUSTOMER) && name.equals("id"))) {
                keys.add(value);
            }
            if (OF_DEVICES.contains(name)) {
                keys.add(SignalRecorded.keyOfAnonymous(value));
            }
            namedIn(field.getValue(), name, keys);
        });
        if (node.isArray()) {
            node.forEach(element -> namedIn(element, in, keys));
        }
    }

    private static void allIn(JsonNode node, Set<String> keys) {
        if (node.isValueNode()) {
            addBoth(node.asText(), keys);
        }
        node.forEach(inside -> allIn(inside, keys));
    }

    private static void addBoth(String value, Set<String> keys) {
        keys.add(value);
        keys.add(SignalRecorded.keyOfAnonymous(value));
    }
}
