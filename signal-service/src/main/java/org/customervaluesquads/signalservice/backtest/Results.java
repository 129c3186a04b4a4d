package org.customervaluesquads.signalservice.backtest;

import java.util.List;
import org.customervaluesquads.contracts.ModelPublished;
import org.customervaluesquads.signalservice.backtest.PendingScores.Scored;
import org.customervaluesquads.signalservice.learning.Reckoning;

/** What a history showed. */
final class Results {

    private final Reckoning served = new Reckoning(Reckoning.FINE);
    private final Reckoning learned = new Reckoning(Reckoning.FINE);
    private final Reckoning byHand = new Reckoning(Reckoning.FINE);
    private long outcomes;
    private long aboutNobody;
    private long lateRows;
    private long cutAfter = Long.MAX_VALUE;
    private long lessons;
    private List<ModelPublished> versions = List.of();

    void add(Scored scored, boolean came) {
        served.add(scored.served(), came, 1);
        learned.add(scored.learned(), came, 1);
        byHand.add(scored.byHand(), came, 1);
        lateRows += scored.moment() > cutAfter ? 1 : 0;
    }

    void outcome() {
        outcomes++;
    }

    void aboutNobody() {
        aboutNobody++;
    }

    /** The horizon of what was scored after this moment goes beyond the end of the history. */
    void cutAfter(long moment) {
        cutAfter = moment;
    }

    void learnedFrom(long all, List<ModelPublished> published) {
        lessons = all;
        versions = published;
    }

    /** By the weights that served: those set by hand until a version was published that beat them. */
    Reckoning served() {
        return served;
    }

    /** By all lessons that had settled when it was scored. */
    Reckoning learned() {
        return learned;
    }

    /** By the weights of the catalogue. */
    Reckoning byHand() {
        return byHand;
    }

    long rows() {
        return learned.lessons();
    }

    long positives() {
        return learned.outcomes();
    }

    /** The log loss of whoever knows how often outcomes come, and gives that to everybody. */
    double logLossOfBaseRate() {
        double rate = (double) positives() / rows();
        return rate == 0 || rate == 1 ? 0 : -rate * Math.log(rate) - (1 - rate) * Math.log(1 - rate);
    }

    long outcomes() {
        return outcomes;
    }

    long signalsAboutNobody() {
        return aboutNobody;
    }

    /** Scores whose horizon goes beyond the end: their outcomes may have come after it. */
    long rowsCut() {
        return lateRows;
    }

    long lessons() {
        return lessons;
    }

    List<ModelPublished> versions() {
        return versions;
    }
}
