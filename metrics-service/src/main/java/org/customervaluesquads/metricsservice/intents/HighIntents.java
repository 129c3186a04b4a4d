package org.customervaluesquads.metricsservice.intents;

import java.util.Set;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.contracts.SignalRecorded;

/** Which intents count as high. */
public final class HighIntents {

    private static final Set<String> STAGES = Set.of("active", "surging");

    private HighIntents() {}

    /** Whether a known customer was in a stage that counts; visitors without a name are no customers yet. */
    public static boolean include(IntentChanged intent) {
        return STAGES.contains(intent.stage()) && !SignalRecorded.isReserved(intent.customerId());
    }
}
