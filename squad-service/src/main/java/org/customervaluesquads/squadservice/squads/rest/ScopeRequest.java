package org.customervaluesquads.squadservice.squads.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.squadservice.problems.PlainText;
import org.jspecify.annotations.Nullable;

/** Which customers, as it is sent; a list that is left out, or empty, sets no limit. */
public record ScopeRequest(
        @Nullable @Size(max = MOST) Set<@NotNull @PlainText(longest = LONGEST) String> regions,
        @Nullable @Size(max = MOST) Set<@NotNull @PlainText(longest = LONGEST) String> segments,
        @Nullable @Size(max = MOST) Set<@NotNull @PlainText(longest = LONGEST) String> accounts,
        @Nullable @Size(max = MOST) Set<@NotNull @PlainText(longest = LONGEST) String> products,
        @Nullable @Size(max = MOST) Set<@NotNull @PlainText(longest = LONGEST) String> channels) {

    private static final int MOST = 1_000;
    private static final int LONGEST = 200;

    /** The scope. */
    public Scope scope() {
        return new Scope(regions, segments, accounts, products, channels);
    }
}
