package org.customervaluesquads.localstack.intents;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An intent with its evidence, in words. */
public final class IntentLines {

    private static final int EVIDENCE_SHOWN = 4;

    private IntentLines() {}

    /** One line for the intent, and one for each of the largest contributions. */
    public static List<String> of(JsonNode intent, String indent) {
        List<String> lines = new ArrayList<>();
        lines.add("%s%-14s %-13s %3.0f %%  %-9s log-odds %+.2f = bias %+.2f with"
                .formatted(
                        indent,
                        intent.path("customerId").asText(),
                        intent.path("intent").asText(),
                        intent.path("score").asDouble() * 100,
                        intent.path("stage").asText(),
                        intent.path("logOdds").asDouble(),
                        intent.path("bias").asDouble()));
        int shown = 0;
        double rest = 0;
        for (JsonNode term : intent.path("evidence")) {
            if (shown++ < EVIDENCE_SHOWN) {
                lines.add(indent + "    " + term(term));
            } else {
                rest += term.path("contribution").asDouble();
            }
        }
        if (shown > EVIDENCE_SHOWN) {
            lines.add("%s    %+6.2f  from %d more".formatted(indent, rest, shown - EVIDENCE_SHOWN));
        }
        return lines;
    }

    private static String term(JsonNode term) {
        return "%+6.2f  %-32s %6.2f counted, half-life %s, weight %+.2f"
                .formatted(
                        term.path("contribution").asDouble(),
                        term.path("feature").asText(),
                        term.path("count").asDouble(),
                        span(term.path("halfLife")),
                        term.path("weight").asDouble());
    }

    /** On the topic it is ISO text, over HTTP a number of seconds. */
    private static String span(JsonNode halfLife) {
        Duration span = halfLife.isNumber() ? Duration.ofSeconds(halfLife.asLong()) : Duration.parse(halfLife.asText());
        return span.toHours() > 0 ? span.toHours() + " h" : span.toMinutes() + " min";
    }
}
