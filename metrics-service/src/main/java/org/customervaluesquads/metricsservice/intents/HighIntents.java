package org.customervaluesquads.metricsservice.intents;

import java.util.Set;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.contracts.SignalRecorded;

/** Which intents count as high. */
public final class HighIntents {

    private static final Set<String> STAGES = Set.of("active", "surging");

    private HighIntents() {}

    /** Whether somebody was in a stage that counts; a visitor without a name counts once it is known whose the device is. */
    public static boolean include(IntentChanged intent) {
        return STAGES.contains(intent.stage()) && SignalRecorded.isAboutSomebody(intent.customerId());
    }
}
