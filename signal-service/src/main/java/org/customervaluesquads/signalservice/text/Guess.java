package org.customervaluesquads.signalservice.text;

import org.jspecify.annotations.Nullable;

/**
 * What a text is taken for.
 *
 * @param best the likeliest label, also where none of them is meant
 * @param confidence how likely it is, if one of them is meant
 * @param known whether the text is of the kind that the labels are for
 */
public record Guess(String best, double confidence, boolean known) {

    /** The label; null for none of these. */
    public @Nullable String label() {
        return known ? best : null;
    }
}
