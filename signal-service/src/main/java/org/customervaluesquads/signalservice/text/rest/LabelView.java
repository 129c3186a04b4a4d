package org.customervaluesquads.signalservice.text.rest;

import java.time.Instant;
import java.util.List;
import org.customervaluesquads.contracts.TextTaught;
import org.customervaluesquads.signalservice.text.Lessons;
import org.customervaluesquads.signalservice.text.Question;

/** The example messages of one label: those that ship, and those that each teacher taught. */
public record LabelView(String question, String label, List<String> shipped, List<TaughtView> taught) {

    /** What one teacher taught. */
    public record TaughtView(String teacher, List<String> examples, Instant changedAt) {

        static TaughtView from(TextTaught lesson) {
            return new TaughtView(lesson.teacher(), lesson.examples(), lesson.changedAt());
        }
    }

    static LabelView from(Question question, String label, Lessons lessons) {
        return new LabelView(
                question.word(),
                label,
                lessons.shipped(question, label),
                lessons.taught(question, label).stream().map(TaughtView::from).toList());
    }
}
