package org.customervaluesquads.metricsservice.method;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.customervaluesquads.contracts.IsoTime;
import org.customervaluesquads.contracts.SquadEventRecorded;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a squad and is measured.
 *
 * @param amount what a cycle that was started costs, or what one that was concluded was allowed to lose
 * @param properties labels and numbers, as outcomes have them
 */
public record Happening(
        String squadId,
        String eventId,
        String event,
        Instant occurredAt,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        Map<String, Object> properties) {

    private static final String STARTED = "cycle.started";
    private static final String CONCLUDED = "cycle.concluded";
    private static final String DECIDED = "decision.made";

    /** What of an event is measured, if anything is. */
    public static Optional<Happening> in(SquadEventRecorded event) {
        JsonNode details = event.details();
        return switch (event.event()) {
            case STARTED -> Optional.of(of(event, details.at("/plan/cost"), Map.of()));
            case CONCLUDED -> Optional.of(of(event, details.at("/plan/failureBudget"), concluded(details)));
            case DECIDED -> Optional.of(of(event, details.at("/choice/spend"), Map.of()));
            default -> Optional.empty();
        };
    }

    private static Happening of(SquadEventRecorded event, JsonNode money, Map<String, Object> properties) {
        boolean isMoney =
                money.path("amount").isNumber() && money.path("currency").isTextual();
        return new Happening(
                event.squadId(),
                event.eventId(),
                event.event(),
                event.occurredAt(),
                isMoney ? money.get("amount").decimalValue() : null,
                isMoney ? money.get("currency").textValue() : null,
                properties);
    }

    private static Map<String, Object> concluded(JsonNode cycle) {
        Map<String, Object> properties = new TreeMap<>();
        String verdict = cycle.at("/verdict/choice").asText("");
        if (!verdict.isEmpty()) {
            properties.put("verdict", verdict);
        }
        if (!cycle.at("/verdict/lesson").asText("").isBlank()) {
            properties.put("lesson", "yes");
        }
        Instant started = moment(cycle.path("startedAt"));
        Instant ended = moment(cycle.path("endedAt"));
        if (started != null && ended != null) {
            properties.put("seconds", Duration.between(started, ended).toSeconds());
        }
        return properties;
    }

    private static @Nullable Instant moment(JsonNode written) {
        try {
            return written.isTextual() ? IsoTime.parse(written.textValue()) : null;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
