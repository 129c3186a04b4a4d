package org.customervaluesquads.localstack.replay;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the batch door says of one batch. */
public record BatchAnswer(long accepted, long rejected, List<Verdict> verdicts) {

    public BatchAnswer(long accepted, long rejected, @Nullable List<Verdict> verdicts) {
        this.accepted = accepted;
        this.rejected = rejected;
        this.verdicts = Objects.requireNonNullElse(verdicts, List.of());
    }

    /** What became of one signal; accepted ones have no errors. */
    public record Verdict(@Nullable String id, List<FieldError> errors) {

        public Verdict(@Nullable String id, @Nullable List<FieldError> errors) {
            this.id = id;
            this.errors = Objects.requireNonNullElse(errors, List.of());
        }

        String inWords() {
            return Objects.requireNonNullElse(id, "without id") + ": "
                    + errors.stream()
                            .map(error -> (error.field() + " " + error.reason()).strip())
                            .collect(Collectors.joining(", "));
        }
    }

    /** A field that was refused, and why. */
    public record FieldError(String field, String reason) {}
}
