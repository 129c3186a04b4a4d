package org.customervaluesquads.signalservice.text.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.IntStream;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.contracts.StorableText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The example messages by which somebody teaches a label, whole; a handful of different ones is enough, in any language. */
public record TeachRequest(
        @NotNull
        @Size(min = 1, max = TeachRequest.EXAMPLES_MAX)
        @Schema(
                description = "Messages as customers write them",
                examples = {"[\"the coupon is not accepted\", \"der Gutschein wird nicht angenommen\"]"})
        List<@NotBlank @Size(max = TeachRequest.CHARACTERS_MAX) String> examples) {

    static final int EXAMPLES_MAX = 100;
    static final int CHARACTERS_MAX = 1_000;

    List<Reason> unstorable() {
        return IntStream.range(0, examples.size())
                .filter(i -> !StorableText.is(examples.get(i)))
                .mapToObj(i -> new Reason("examples[" + i + "]", "must be UTF-8 text without NUL characters"))
                .toList();
    }
}
