package org.customervaluesquads.squadservice.people.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.problems.FieldError;
import org.jspecify.annotations.Nullable;

/** What became of a file of people: one verdict a row, in order. */
record ImportView(long accepted, long rejected, List<VerdictView> verdicts) {

    static ImportView of(List<VerdictView> verdicts) {
        long accepted =
                verdicts.stream().filter(verdict -> verdict.errors() == null).count();
        return new ImportView(accepted, verdicts.size() - accepted, verdicts);
    }

    /** What became of one row. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VerdictView(
            int row,
            String verdict,
            @Nullable UUID id,
            @Nullable List<FieldError> errors) {

        static VerdictView accepted(int row, UUID id) {
            return new VerdictView(row, "accepted", id, null);
        }

        static VerdictView rejected(int row, List<FieldError> errors) {
            return new VerdictView(row, "rejected", null, errors);
        }
    }
}
