package org.customervaluesquads.signalservice.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the door would make of the events. */
public record PreviewView(List<Part> signals) {

    /** One signal as it was mapped, absent when the mapping failed, and what the door would say to it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Part(
            @Nullable JsonNode signal, @JsonUnwrapped VerdictView judged) {}
}
