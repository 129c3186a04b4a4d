package org.customervaluesquads.signalservice.problems;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.customervaluesquads.contracts.SignalRejected.Reason;

/** Lists what bean validation refuses as every other refusal is listed: under {@code errors}, by field and reason. */
@ApplicationScoped
class ErrorsByField implements ProblemPostProcessor {

    private static final String VIOLATIONS = "violations";

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (!(problem.getParameters().get(VIOLATIONS) instanceof List<?> violations)) {
            return problem;
        }
        return HttpProblem.builder()
                .withStatus(problem.getStatusCode())
                .withTitle(problem.getTitle())
                .with(
                        "errors",
                        violations.stream()
                                .map(Violation.class::cast)
                                .map(violation -> new Reason(violation.field, violation.message))
                                .toList())
                .build();
    }
}
