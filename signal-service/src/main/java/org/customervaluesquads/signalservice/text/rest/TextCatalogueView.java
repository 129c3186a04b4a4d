package org.customervaluesquads.signalservice.text.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.customervaluesquads.signalservice.text.Learning;
import org.customervaluesquads.signalservice.text.Lessons;
import org.customervaluesquads.signalservice.text.Quality;
import org.customervaluesquads.signalservice.text.Question;
import org.customervaluesquads.signalservice.text.learning.Understanding;
import org.jspecify.annotations.Nullable;

/**
 * What is taught, and how well it is understood.
 *
 * @param state {@code off}, {@code asleep} until the first text comes, {@code learning} while what was changed is learnt, or
 *     {@code in-force}
 * @param learntAt when what is in force was learnt; absent before
 */
public record TextCatalogueView(String state, @Nullable Instant learntAt, List<QuestionView> questions) {

    /**
     * One question.
     *
     * @param labels how many example messages each has
     * @param quality of what is in force, on examples that were held out; absent before it was learnt
     */
    public record QuestionView(
            String question,
            Map<String, Integer> labels,
            @Nullable Quality quality) {}

    static TextCatalogueView from(Lessons lessons, Understanding understanding) {
        Understanding.Learnt learnt = understanding.inForce();
        return new TextCatalogueView(
                stateOf(lessons, understanding, learnt),
                learnt == null ? null : learnt.at(),
                Stream.of(Question.values())
                        .map(question -> new QuestionView(
                                question.word(), lessons.labels(question), qualityOf(question, learnt)))
                        .toList());
    }

    private static String stateOf(Lessons lessons, Understanding understanding, Understanding.@Nullable Learnt learnt) {
        if (!understanding.isEnabled()) {
            return "off";
        }
        if (learnt == null) {
            return understanding.isAwake() ? "learning" : "asleep";
        }
        return learnt.version() == lessons.version() ? "in-force" : "learning";
    }

    private static @Nullable Quality qualityOf(Question question, Understanding.@Nullable Learnt learnt) {
        Learning.Learnt known = learnt == null ? null : learnt.by().get(question);
        return known == null ? null : known.quality();
    }
}
