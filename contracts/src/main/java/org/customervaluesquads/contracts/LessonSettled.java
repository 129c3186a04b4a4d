package org.customervaluesquads.contracts;

import java.time.Instant;
import java.util.Map;

/**
 * What a score was made of, and whether the outcome came that it foretold, on {@link Topics#INTENT_LESSONS}. It does not
 * say of whom.
 *
 * @param at the moment of the counts: nothing that happened later is among them
 * @param settledAt the end of the horizon
 * @param outcome whether the outcome came between the two
 * @param scores how many scores of this customer it stands for: those of the same stretch of time, of which it was drawn
 * @param counts for each feature the decayed counts, one for each half-life of the catalogue
 */
public record LessonSettled(
        String intent, Instant at, Instant settledAt, boolean outcome, int scores, Map<String, float[]> counts) {}
