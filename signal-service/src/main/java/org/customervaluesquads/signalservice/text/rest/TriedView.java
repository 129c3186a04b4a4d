package org.customervaluesquads.signalservice.text.rest;

import java.util.List;
import org.customervaluesquads.signalservice.text.Answers;
import org.customervaluesquads.signalservice.text.Guess;
import org.customervaluesquads.signalservice.text.Question;
import org.jspecify.annotations.Nullable;

/** What is made of a text. */
public record TriedView(List<AnswerView> answers) {

    /**
     * The answer to one question.
     *
     * @param label absent if the text is none of what is asked for
     * @param nearest the label that it would be given otherwise
     * @param confidence how likely that one is, if one of them is meant
     */
    public record AnswerView(String question, @Nullable String label, String nearest, double confidence) {

        static AnswerView from(Question question, Guess guess) {
            return new AnswerView(question.word(), guess.label(), guess.best(), guess.confidence());
        }
    }

    static TriedView from(Answers answers) {
        return new TriedView(answers.guesses().entrySet().stream()
                .map(guess -> AnswerView.from(guess.getKey(), guess.getValue()))
                .toList());
    }
}
