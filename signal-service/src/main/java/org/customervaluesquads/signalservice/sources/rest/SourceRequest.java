package org.customervaluesquads.signalservice.sources.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.customervaluesquads.signalservice.intake.Limits;
import org.jspecify.annotations.Nullable;

/** What is registered of a source; channel and region hold for signals that name none. */
public record SourceRequest(
        @NotBlank @Size(max = Limits.WORD_CHARACTERS_MAX) String silo,
        @Nullable @Size(max = Limits.WORD_CHARACTERS_MAX) String channel,
        @Nullable @Size(max = Limits.WORD_CHARACTERS_MAX) String region,
        @Nullable String mapping) {}
