package org.customervaluesquads.signalservice.text.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A text to try. */
public record TryRequest(
        @NotBlank @Size(max = 16 * 1024) @Schema(examples = {"where is my parcel? it should have been here on Monday"})
        String text) {}
