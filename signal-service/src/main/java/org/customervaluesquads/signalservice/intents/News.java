package org.customervaluesquads.signalservice.intents;

import java.time.Instant;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.contracts.SignalRecorded;
import org.jspecify.annotations.Nullable;

/** What is told of an intent. */
final class News {

    private News() {}

    static IntentChanged of(
            String id,
            String why,
            Customer.Standing standing,
            Instant when,
            IntentCatalogue catalogue,
            @Nullable SignalRecorded outcome,
            Customer whole) {
        Customer.Told before = whole.toldOf(standing.intent());
        Score score = standing.score();
        Scope.Attributes who = whole.attributes();
        return new IntentChanged(
                id,
                standing.intent().name(),
                why,
                score.probability(),
                score.logOdds(),
                score.bias(),
                standing.stage().word(),
                before.score(),
                before.stage().word(),
                when,
                outcome == null ? null : outcome.source() + "/" + outcome.id(),
                score.evidence(),
                who.regions(),
                who.segments(),
                who.accounts(),
                who.products(),
                who.channels(),
                Explained.silosOf(score.evidence(), whole),
                catalogue.version(),
                score.model());
    }
}
