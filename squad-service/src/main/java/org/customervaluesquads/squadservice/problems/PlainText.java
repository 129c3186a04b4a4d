package org.customervaluesquads.squadservice.problems;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Text that says something, within a length, and without the control characters that a database would refuse. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlainText.Check.class)
public @interface PlainText {

    /** How long it may be. */
    int longest();

    /** What is said of anything else. */
    String message() default "must be text of 1 to {longest} characters without control characters";

    /** Not used here. */
    Class<?>[] groups() default {};

    /** Not used here. */
    Class<? extends Payload>[] payload() default {};

    /** Looks at the text; that a field must be there at all is for {@code NotNull} to say. */
    final class Check implements ConstraintValidator<PlainText, String> {
        private int longest;

        @Override
        public void initialize(PlainText constraint) {
            longest = constraint.longest();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null
                    || (!text.isBlank()
                            && text.length() <= longest
                            && text.chars().allMatch(Check::isPlain));
        }

        private static boolean isPlain(int character) {
            return !Character.isISOControl(character) || character == '\n' || character == '\t' || character == '\r';
        }
    }
}
