package org.customervaluesquads.signalservice.learning.rest;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which version is to serve.
 *
 * @param version zero for the weights set by hand
 * @param pinned whether it stays although better ones are learned
 */
public record ServingRequest(
        @Schema(examples = "3") @NotNull @Min(0) Integer version,
        @Schema(examples = "true") boolean pinned) {}
