package org.customervaluesquads.metricsservice.problems;

import java.util.List;

/** A request that cannot be answered because of what it asks; on its way out to its problem document. */
public final class RefusedRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialised: it ends at the mapper
    private final List<FieldError> errors;

    public RefusedRequest(List<FieldError> errors) {
        super("refused: " + errors);
        this.errors = List.copyOf(errors);
    }

    /** Everything that is wrong with it. */
    public List<FieldError> errors() {
        return errors;
    }
}
