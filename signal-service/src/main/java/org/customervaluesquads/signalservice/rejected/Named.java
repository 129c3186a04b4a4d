package org.customervaluesquads.signalservice.rejected;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SignalRejected;

/**
 * Whom refused originals name.
 *
 * <p>In our own form and in CloudEvents the fields that name somebody are known. What a webhook or a Segment client sent may
 * be known to its source's mapping alone, which may be what was wrong, and of what cannot be read nothing is: there every
 * value may be somebody's id, at the price that an original can go that named no more than the same word.
 */
public final class Named {

    /** The doors behind which a source's own mapping may have been at work. */
    private static final Pattern MAPPED = Pattern.compile("sources/events|v1/.*");

    private static final String DATA = "data";
    private static final String DATA_BASE64 = "data_base64";
    private static final String CUSTOMER = "customer";
    private static final Set<String> OF_CUSTOMERS = Set.of("userId", "previousId", "customerId");
    private static final Set<String> OF_DEVICES = Set.of("anonymousId", "previousId");

    /** A run of characters that are no signs: a number, or an id in a text whose quotes are not in pairs. */
    private static final Pattern WORD = Pattern.compile("[^\\s\"{}\\[\\]:,]++");

    /** Of two fields of one name only the last would be seen, and of two values only the first. */
    private static final ObjectReader WHOLE = MessageJson.mapper()
            .readerFor(JsonNode.class)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    private Named() {}

    /** Whether an original names whoever has this key. */
    public static boolean names(SignalRejected refused, String key) {
        String id = SignalRecorded.isAnonymous(key)
                ? key.substring(SignalRecorded.keyOfAnonymous("").length())
                : key;
        boolean canHoldIt = refused.original().contains(id)
                || refused.original().indexOf('\\') >= 0
                || refused.original().contains(DATA_BASE64);
        return canHoldIt && keysIn(refused).contains(key);
    }

    /** The keys of all whom an original may name. */
    public static Set<String> keysIn(SignalRejected refused) {
        Set<String> keys = new TreeSet<>();
        addAllIn(refused.original(), MAPPED.matcher(refused.door()).matches(), keys);
        return keys;
    }

    private static void addAllIn(String text, boolean mapped, Set<String> keys) {
        try {
            JsonNode whole = WHOLE.readTree(text);
            namedIn(whole, "", keys);
            if (mapped) {
                allIn(whole, keys);
            }
        } catch (JsonProcessingException | NumberFormatException illegible) {
            WORD.matcher(text).results().forEach(word -> addBoth(word.group(), keys));
            quotedIn(text, keys);
        }
    }

    private static void quotedIn(String text, Set<String> keys) {
        int open = text.indexOf('"');
        while (open >= 0) {
            int close = open + 1;
            while (close < text.length() && text.charAt(close) != '"') {
                close += text.charAt(close) == '\\' ? 2 : 1;
            }
            if (close < text.length()) {
                addBoth(unescaped(text.substring(open + 1, close)), keys);
            }
            open = text.indexOf('"', close + 1);
        }
    }

    private static String unescaped(String quoted) {
        try {
            return quoted.indexOf('\\') < 0
                    ? quoted
                    : WHOLE.readTree('"' + quoted + '"').asText();
        } catch (JsonProcessingException noText) {
            return quoted;
        }
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
            if (name.equals(DATA_BASE64)
                    || (name.equals(DATA) && field.getValue().isTextual())) {
                addAllIn(name.equals(DATA) ? value : decoded(value), false, keys);
            }
            namedIn(field.getValue(), name, keys);
        });
        if (node.isArray()) {
            node.forEach(element -> namedIn(element, in, keys));
        }
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), UTF_8);
        } catch (IllegalArgumentException noBase64) {
            return base64;
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
