package org.customervaluesquads.squadservice.decisions.rest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.decisions.Decision;
import org.customervaluesquads.squadservice.decisions.Decisions;
import org.customervaluesquads.squadservice.paging.PageLimit;
import org.customervaluesquads.squadservice.paging.PageView;
import org.customervaluesquads.squadservice.problems.Problem;
import org.jspecify.annotations.Nullable;

/** The decision after which a page of reviews begins: what {@code next} said on the page before. */
record DueAfter(Decisions.Due due) {

    private static final String BETWEEN = "_";

    /** Reads the parameter; called by the framework. */
    public static DueAfter fromString(String parameter) {
        try {
            int end = parameter.indexOf(BETWEEN);
            return new DueAfter(new Decisions.Due(
                    LocalDate.parse(parameter.substring(0, Math.max(0, end))),
                    UUID.fromString(parameter.substring(end + 1))));
        } catch (DateTimeException | IllegalArgumentException unknown) {
            throw Problem.of(400, "A parameter is not what it must be.")
                    .with("after", "must be the `next` of another page")
                    .asException();
        }
    }

    static Decisions.@Nullable Due dueOf(@Nullable DueAfter after) {
        return after == null ? null : after.due();
    }

    static PageView<DecisionView> page(List<Decision> read, PageLimit limit) {
        List<DecisionView> views =
                read.stream().limit(limit.rows()).map(DecisionView::of).toList();
        DecisionView last = views.isEmpty() ? null : views.getLast();
        return new PageView<>(
                views, read.size() <= limit.rows() || last == null ? null : last.reviewDue() + BETWEEN + last.id());
    }
}
