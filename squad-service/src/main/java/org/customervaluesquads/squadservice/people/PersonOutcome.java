package org.customervaluesquads.squadservice.people;

/** How a request to change a person ended. */
public sealed interface PersonOutcome {

    /** The person is as it was wished. */
    record Done(Person person) implements PersonOutcome {}

    /** There is no such person. */
    record Nobody() implements PersonOutcome {}

    /** The person has changed since they were read. */
    record Outdated(long version) implements PersonOutcome {}
}
