package org.customervaluesquads.squadservice.decisions;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.contracts.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is decided, and on which grounds.
 *
 * @param kind by which the decision right is found
 * @param owner the member of the squad who answers for it
 * @param options what was considered
 * @param chosen the option that was taken
 * @param reviewOn when to look at what came of it
 */
public record Choice(
        String kind,
        String title,
        UUID owner,
        @Nullable Money spend,
        List<Option> options,
        String chosen,
        String rationale,
        List<Evidence> evidence,
        LocalDate reviewOn) {

    /** Takes copies of the lists. */
    public Choice {
        options = List.copyOf(options);
        evidence = List.copyOf(evidence);
    }

    Choice resting(List<Evidence> on) {
        return new Choice(kind, title, owner, spend, options, chosen, rationale, on, reviewOn);
    }

    /** Something that was considered, and what speaks for and against it. */
    public record Option(String name, @Nullable String assessment) {}
}
