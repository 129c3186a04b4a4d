package org.customervaluesquads.squadservice.stages;

import java.util.function.Function;

/**
 * A named rule by which a squad is judged.
 *
 * @param field the part of a squad that it is about
 * @param severity how much it matters when it is broken
 */
public record Rule(String name, String field, Severity severity, Function<Examined, Reading> test) {

    /** Holds it against a squad. */
    public Finding read(Examined squad) {
        return new Finding(this, test.apply(squad));
    }

    static Rule critical(String name, String field, Function<Examined, Reading> test) {
        return new Rule(name, field, Severity.CRITICAL, test);
    }

    static Rule advisory(String name, String field, Function<Examined, Reading> test) {
        return new Rule(name, field, Severity.WARNING, test);
    }
}
