package org.customervaluesquads.metricsservice.attribution.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.customervaluesquads.contracts.Outcomes;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.metricsservice.listening.Plausibility;
import org.jspecify.annotations.Nullable;

/** A row of the touches; its fields are named as the columns. */
record TouchRow(
        String subject,
        Instant hour,
        String digest,
        Instant first_at,
        String silo,
        @Nullable String channel,
        @Nullable String squad_id,
        @Nullable String region,
        @Nullable String segment,
        @Nullable String account,
        @Nullable String product) {

    /** What reached nobody yet is no touch. */
    private static final Set<String> NOT_MET = Set.of("email.delivered");

    private static final String OF_A_SQUAD = "squad.touch";

    /** The touch of a signal, if it is one of somebody. */
    static Optional<TouchRow> of(SignalRecorded signal, String subject) {
        if (Outcomes.include(signal) || NOT_MET.contains(signal.type()) || !SignalRecorded.isAboutSomebody(subject)) {
            return Optional.empty();
        }
        String squad = signal.type().equals(OF_A_SQUAD) ? squad(signal.properties()) : null;
        return Optional.of(new TouchRow(
                subject,
                signal.occurredAt().truncatedTo(ChronoUnit.HOURS),
                digest(signal, squad),
                signal.occurredAt(),
                signal.silo(),
                signal.channel(),
                squad,
                signal.region(),
                signal.segment(),
                signal.accountId(),
                signal.product()));
    }

    private static @Nullable String squad(@Nullable Map<String, JsonNode> properties) {
        JsonNode squad = properties == null ? null : properties.getOrDefault("squadId", properties.get("squad"));
        return squad != null && squad.isTextual() && Plausibility.canBeKept(squad.asText()) ? squad.asText() : null;
    }

    private static String digest(SignalRecorded signal, @Nullable String squad) {
        String all = String.join(
                "\u0000",
                signal.silo(),
                or(signal.channel()),
                or(squad),
                or(signal.region()),
                or(signal.segment()),
                or(signal.accountId()),
                or(signal.product()));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(all.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException bug) {
            throw new IllegalStateException("every JVM has it", bug);
        }
    }

    private static String or(@Nullable String text) {
        return Objects.requireNonNullElse(text, "\u0001");
    }

    String key() {
        return subject + "\n" + hour + "\n" + digest;
    }

    TouchRow earlier(TouchRow other) {
        return first_at.isAfter(other.first_at) ? other : this;
    }
}
