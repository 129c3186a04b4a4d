package org.customervaluesquads.signalservice.intents.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Set;
import org.customervaluesquads.contracts.IntentChanged.Evidence;
import org.customervaluesquads.signalservice.intents.Explained;
import org.customervaluesquads.signalservice.intents.Score;
import org.customervaluesquads.signalservice.intents.Turn;
import org.jspecify.annotations.Nullable;

/**
 * An intent as of the moment of the answer: bias and contributions sum to the log-odds.
 *
 * @param modelVersion of the weights; zero for those set by hand
 * @param why the largest contributions in words
 * @param silos from which the evidence came
 * @param channels by which it came
 * @param wouldRaise the one sighting more that would raise the score most
 * @param wouldLower the one that would lower it most
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IntentView(
        String intent,
        double score,
        double logOdds,
        double bias,
        String stage,
        int modelVersion,
        String why,
        List<Term> evidence,
        Set<String> silos,
        Set<String> channels,
        @Nullable Change wouldRaise,
        @Nullable Change wouldLower) {

    private static final int TERMS_IN_WORDS_MAX = 3;

    /** One term, in words too, and where its sightings came from. */
    public record Term(@JsonUnwrapped Evidence term, String words, Set<String> silos, Set<String> channels) {}

    /** What one sighting more would do. */
    public record Change(String feature, double logOdds, double score) {

        static Change from(Turn turn) {
            return new Change(turn.feature(), turn.logOdds(), turn.score());
        }
    }

    static IntentView from(Explained explained) {
        Score score = explained.standing().score();
        List<Term> terms = explained.terms().stream()
                .map(term -> new Term(term.evidence(), term.words(), term.silos(), term.channels()))
                .toList();
        return new IntentView(
                explained.standing().intent().name(),
                score.probability(),
                score.logOdds(),
                score.bias(),
                explained.standing().stage().word(),
                score.model(),
                String.join(
                        "; ",
                        terms.stream()
                                .limit(TERMS_IN_WORDS_MAX)
                                .map(Term::words)
                                .toList()),
                terms,
                explained.silos(),
                explained.channels(),
                explained.up().map(Change::from).orElse(null),
                explained.down().map(Change::from).orElse(null));
    }
}
