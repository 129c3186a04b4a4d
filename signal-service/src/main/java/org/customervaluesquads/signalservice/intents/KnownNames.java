package org.customervaluesquads.signalservice.intents;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that a catalogue knows, each with a number that stands for it in stored states.
 *
 * <p>The number is the hash of the name, which the language defines and which no change of the catalogue moves; two names
 * of one number are refused when the catalogue is read.
 */
final class KnownNames {

    private final int[] numbers;
    private final String[] inOrder;

    KnownNames(Collection<String> names) {
        Set<String> distinct = Set.copyOf(names);
        this.numbers = distinct.stream().mapToInt(KnownNames::numberOf).sorted().toArray();
        this.inOrder = new String[numbers.length];
        for (String name : distinct) {
            int at = Arrays.binarySearch(numbers, numberOf(name));
            if (inOrder[at] != null) {
                throw new IllegalArgumentException(
                        "the names %s and %s have one number; rename one".formatted(inOrder[at], name));
            }
            inOrder[at] = name;
        }
    }

    static int numberOf(String name) {
        return name.hashCode();
    }

    boolean has(String name) {
        return name.equals(of(numberOf(name)));
    }

    @Nullable
    String of(int number) {
        int at = Arrays.binarySearch(numbers, number);
        return at < 0 ? null : inOrder[at];
    }
}
