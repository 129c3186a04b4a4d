package org.customervaluesquads.signalservice.sources.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.contracts.SourceRegistered;
import org.customervaluesquads.contracts.StorableText;
import org.customervaluesquads.signalservice.intake.Limits;
import org.customervaluesquads.signalservice.sources.SourceLimits;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

/**
 * What is registered of a source; channel and region hold for signals that name none.
 *
 * @param signalsPerSecond as many as it likes if absent
 * @param maxAge as old as they are if absent: the source brings history
 * @param duplicateWindow as long as the service remembers any signal if absent
 */
public record SourceRequest(
        @NotBlank @Size(max = Limits.WORD_CHARACTERS_MAX) String silo,
        @Nullable @Size(max = Limits.WORD_CHARACTERS_MAX) String channel,
        @Nullable @Size(max = Limits.WORD_CHARACTERS_MAX) String region,

        @Nullable @Size(max = SourceLimits.MAPPING_CHARACTERS_MAX)
        String mapping,

        @Nullable @Min(1) @Max(SourceLimits.SIGNALS_PER_SECOND_MAX)
        Integer signalsPerSecond,

        @Nullable
        @DurationMin(minutes = SourceLimits.MAX_AGE_MINUTES_MIN)
        @DurationMax(days = SourceLimits.MAX_AGE_DAYS_MAX)
        Duration maxAge,

        @Nullable
        @DurationMin(minutes = SourceLimits.DUPLICATE_WINDOW_MINUTES_MIN)
        @DurationMax(days = SourceLimits.DUPLICATE_WINDOW_DAYS_MAX)
        Duration duplicateWindow,

        @Nullable @Size(max = SourceLimits.PURPOSES_MAX)
        List<@NotBlank @Size(max = Limits.WORD_CHARACTERS_MAX) String> purposes) {

    /** The fields that no store behind the doors could keep, each of which every signal of the source would bear. */
    List<Reason> unstorable() {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        texts.put("silo", silo);
        texts.put("channel", channel);
        texts.put("region", region);
        for (int i = 0; purposes != null && i < purposes.size(); i++) {
            texts.put("purposes[" + i + "]", purposes.get(i));
        }
        return texts.entrySet().stream()
                .filter(text -> text.getValue() != null && !StorableText.is(text.getValue()))
                .map(text -> new Reason(text.getKey(), "must be UTF-8 text without NUL characters"))
                .toList();
    }

    /** The source as it will be; its keys stay those of before. */
    SourceRegistered over(@Nullable SourceRegistered before, String sourceId, Instant now) {
        return new SourceRegistered(
                sourceId,
                silo,
                channel,
                region,
                mapping,
                before == null ? null : before.keys(),
                signalsPerSecond,
                maxAge,
                duplicateWindow,
                purposes,
                now);
    }
}
