package org.customervaluesquads.signalservice.sources.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.contracts.StorableText;
import org.customervaluesquads.signalservice.intake.Limits;
import org.jspecify.annotations.Nullable;

/** What is registered of a source; channel and region hold for signals that name none. */
public record SourceRequest(
        @NotBlank @Size(max = Limits.WORD_CHARACTERS_MAX) String silo,
        @Nullable @Size(max = Limits.WORD_CHARACTERS_MAX) String channel,
        @Nullable @Size(max = Limits.WORD_CHARACTERS_MAX) String region,
        @Nullable String mapping) {

    /** The fields that no store behind the doors could keep, each of which every signal of the source would bear. */
    List<Reason> unstorable() {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        texts.put("silo", silo);
        texts.put("channel", channel);
        texts.put("region", region);
        return texts.entrySet().stream()
                .filter(text -> text.getValue() != null && !StorableText.is(text.getValue()))
                .map(text -> new Reason(text.getKey(), "must be UTF-8 text without NUL characters"))
                .toList();
    }
}
