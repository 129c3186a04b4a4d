package org.customervaluesquads.signalservice.intents.rest;

import java.util.List;
import org.customervaluesquads.contracts.IntentChanged.Evidence;
import org.customervaluesquads.signalservice.intents.Customer.Standing;

/** An intent as of the moment of the answer: bias and contributions sum to the log-odds. */
public record IntentView(
        String intent, double score, double logOdds, double bias, String stage, List<Evidence> evidence) {

    static IntentView from(Standing standing) {
        return new IntentView(
                standing.intent().name(),
                standing.score().probability(),
                standing.score().logOdds(),
                standing.score().bias(),
                standing.stage().word(),
                standing.score().evidence());
    }
}
