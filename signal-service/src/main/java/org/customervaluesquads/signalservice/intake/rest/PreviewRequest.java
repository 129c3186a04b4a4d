package org.customervaluesquads.signalservice.intake.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.customervaluesquads.signalservice.intake.Limits;
import org.jspecify.annotations.Nullable;

/** Events to try a mapping on; without a mapping the source's own is tried. */
public record PreviewRequest(
        @Nullable String mapping,
        @NotEmpty @Size(max = Limits.BATCH_SIGNALS_MAX) List<JsonNode> events) {}
