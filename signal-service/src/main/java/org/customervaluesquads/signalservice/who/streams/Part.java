package org.customervaluesquads.signalservice.who.streams;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.customervaluesquads.contracts.IdentityStepTaken;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a customer a subject's state is.
 *
 * @param route the keys by way of which it came, the nearest to the customer first and the subject last: whoever of them
 *     leaves the customer takes along what came by way of it
 * @param life the subject's life out of which it came
 */
public record Part(List<String> route, String life) {

    /** Between keys; none of them holds it. */
    private static final char END = '\0';

    public Part {
        route = List.copyOf(route);
    }

    /** The state of a subject that goes to its customer itself. */
    static Part of(String subject, @Nullable String life) {
        return new Part(List.of(subject), Objects.requireNonNullElse(life, ""));
    }

    /** What a step is about. */
    static Part in(IdentityStepTaken step) {
        List<String> route = step.route();
        return new Part(route == null ? List.of(step.subject()) : route, Objects.requireNonNullElse(step.life(), ""));
    }

    /** The part that has this name. */
    static Part named(String name) {
        List<String> words = Arrays.asList(name.split(String.valueOf(END), -1));
        return new Part(words.subList(1, words.size() - 1), words.getLast());
    }

    String subject() {
        return route.getLast();
    }

    /** The same, by way of one key more. */
    Part through(String key) {
        List<String> longer = new ArrayList<>(List.of(key));
        longer.addAll(route);
        return new Part(longer, life);
    }

    /** What names it among all parts of all customers. */
    String nameUnder(String customer) {
        return allUnder(customer) + life;
    }

    /** What the names of it, and of all that came by way of its subject, begin with. */
    String allUnder(String customer) {
        return ScoreJoined.prefixOf(customer) + String.join(String.valueOf(END), route) + END;
    }
}
