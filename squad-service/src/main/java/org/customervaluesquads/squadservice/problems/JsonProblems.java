package org.customervaluesquads.squadservice.problems;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said of JSON that cannot be read: where it is broken, or which field is of the wrong kind. */
final class JsonProblems {

    private JsonProblems() {}

    static Problem of(JsonProcessingException unreadable) {
        return switch (unreadable) {
            case MismatchedInputException mismatch
            when mismatch.getPath().isEmpty() ->
                Problem.of(400, "The body is not what was asked for.").with("", "must be a JSON object");
            case MismatchedInputException mismatch ->
                Problem.of(400, "A field is of the wrong kind.")
                        .with(path(mismatch), "must be " + kind(mismatch.getTargetType()));
            case JsonMappingException mapping
            when mapping.getCause() instanceof InputCoercionException coercion ->
                Problem.of(400, "A field is of the wrong kind.")
                        .with(path(mapping), "must be " + kind(coercion.getTargetType()));
            default ->
                Problem.of(400, "The body is not JSON.").with("", "malformed at " + place(unreadable.getLocation()));
        };
    }

    private static String path(JsonMappingException mismatch) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : mismatch.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String kind(@Nullable Class<?> wanted) {
        if (wanted == null) {
            return "of another kind";
        }
        if (wanted.isEnum()) {
            return "one of " + words(wanted);
        }
        if (wanted == LocalDate.class) {
            return "a date such as 2026-01-31";
        }
        if (wanted == Integer.class || wanted == int.class) {
            return "a whole number";
        }
        if (wanted == BigDecimal.class) {
            return "a number";
        }
        if (wanted == String.class) {
            return "text";
        }
        return Collection.class.isAssignableFrom(wanted) ? "a list" : "an object";
    }

    private static String words(Class<?> choice) {
        return Arrays.stream(choice.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "its end" : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
