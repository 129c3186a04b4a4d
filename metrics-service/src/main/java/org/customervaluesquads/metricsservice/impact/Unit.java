package org.customervaluesquads.metricsservice.impact;

import java.util.Locale;
import org.customervaluesquads.contracts.Scope;

/** By which attribute of the facts units are told apart. */
public enum Unit {
    REGION,
    SEGMENT,
    ACCOUNT;

    /** The unit as users write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The unit of a fact; empty where it has none. */
    String of(Scope.Attributes fact) {
        return (switch (this) {
                    case REGION -> fact.regions();
                    case SEGMENT -> fact.segments();
                    case ACCOUNT -> fact.accounts();
                })
                .stream().findFirst().orElse("");
    }
}
