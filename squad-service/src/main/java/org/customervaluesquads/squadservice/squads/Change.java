package org.customervaluesquads.squadservice.squads;

/** What a squad makes of a wish to change it. */
public sealed interface Change {

    /** It is another from now on, because of this. */
    record Changed(Squad squad, SquadEvent event) implements Change {}

    /** It is so already. */
    record Unchanged() implements Change {}

    /** It will not. */
    record Declined(SquadOutcome.Refused reason) implements Change {}
}
