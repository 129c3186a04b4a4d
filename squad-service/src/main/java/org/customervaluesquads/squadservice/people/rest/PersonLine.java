package org.customervaluesquads.squadservice.people.rest;

import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.squadservice.problems.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * A person as one row of a file.
 *
 * @param row from one, the heading not counted
 * @param cells what stands under each column; empty ones are absent
 * @param surplus how many more values than columns there are
 */
record PersonLine(int row, Map<String, String> cells, int surplus) {

    /** What a row says of a person: either the person, or why it does not say one. */
    sealed interface Reading {

        /** A person. */
        record Told(PersonRequest person) implements Reading {}

        /** Something else. */
        record Refused(List<FieldError> errors) implements Reading {}
    }

    Reading reading(Validator validator) {
        List<FieldError> errors = new ArrayList<>();
        if (surplus > 0) {
            errors.add(new FieldError("", "has " + surplus + " more values than there are columns"));
        }
        PersonRequest person = new PersonRequest(
                text("name"),
                text("department"),
                text("functionalLead"),
                text("region"),
                skills(errors),
                new MoneyRequest(amount(errors), text("currency")));
        List<String> unreadable = errors.stream().map(FieldError::field).toList();
        validator.validate(person).stream()
                .map(violation ->
                        new FieldError(column(violation.getPropertyPath().toString()), violation.getMessage()))
                .filter(error -> !unreadable.contains(error.field()))
                .distinct()
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::reason))
                .forEach(errors::add);
        if (person.namesASkillTwice()) {
            errors.add(new FieldError("skills", PersonRequest.EACH_ONCE));
        }
        return errors.isEmpty() ? new Reading.Told(person) : new Reading.Refused(List.copyOf(errors));
    }

    @SuppressWarnings("NullAway") // what is missing is for the validator to say
    private String text(String column) {
        return cells.get(column);
    }

    @SuppressWarnings("NullAway") // see above
    private BigDecimal amount(List<FieldError> errors) {
        BigDecimal amount = number(cells.get("costRate"));
        if (amount == null && cells.containsKey("costRate")) {
            errors.add(new FieldError("costRate", "must be a number"));
        }
        return amount;
    }

    private static @Nullable BigDecimal number(@Nullable String cell) {
        try {
            return cell == null ? null : new BigDecimal(cell);
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private List<SkillRequest> skills(List<FieldError> errors) {
        List<SkillRequest> skills = new ArrayList<>();
        for (String told : Arrays.asList(cells.getOrDefault("skills", "").split(";", -1))) {
            int colon = told.lastIndexOf(':');
            if (colon > 0 && told.substring(colon + 1).strip().matches("\\d{1,2}")) {
                int level = Integer.parseInt(told.substring(colon + 1).strip());
                skills.add(new SkillRequest(told.substring(0, colon).strip(), level));
            } else if (!told.isBlank()) {
                errors.add(new FieldError("skills", "must be like sql:4;design:2"));
                return List.of();
            }
        }
        return skills;
    }

    private static String column(String path) {
        if (path.startsWith("skills")) {
            return "skills";
        }
        return path.equals("costRate.amount") ? "costRate" : path.replace("costRate.", "");
    }
}
