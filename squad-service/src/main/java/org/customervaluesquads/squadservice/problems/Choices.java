package org.customervaluesquads.squadservice.problems;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parameters that are one of some words. */
public final class Choices {

    private Choices() {}

    /** The constant whose words the parameter says, null when it says nothing, or the problem of anything else. */
    public static <E extends Enum<E>> @Nullable E read(Class<E> type, String parameter, @Nullable String words) {
        if (words == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.toString().equals(words))
                .findFirst()
                .orElseThrow(() -> Problem.of(400, "A parameter is not what it must be.")
                        .with(parameter, "must be one of " + all(type))
                        .asException());
    }

    private static String all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::toString).collect(Collectors.joining(", "));
    }
}
