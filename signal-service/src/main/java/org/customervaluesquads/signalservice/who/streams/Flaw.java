package org.customervaluesquads.signalservice.who.streams;

import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Record;
import org.customervaluesquads.contracts.IdentityStepTaken;
import org.customervaluesquads.signalservice.who.Tie;
import org.jspecify.annotations.Nullable;

/** Why a record of the identity steps is none that could have been sent, if it is none. */
final class Flaw {

    private Flaw() {}

    static Optional<String> of(Record<String, IdentityStepTaken> record) {
        if (record.key() == null) {
            return Optional.of("has no key");
        }
        IdentityStepTaken step = record.value();
        return step == null || isBare(step) || lacksWhatItsKindHas(step)
                ? Optional.of("lacks what a step must have")
                : Optional.empty();
    }

    private static boolean isBare(IdentityStepTaken step) {
        return step.kind() == null
                || step.subject() == null
                || step.from() == null
                || step.customerId() == null
                || step.at() == null
                || step.by() == null;
    }

    private static boolean lacksWhatItsKindHas(IdentityStepTaken step) {
        return switch (step.kind()) {
            case LINK, UNMERGE, LEAVE, UNTIE -> false;
            case NOTE -> !isStanding(step.tie());
            case JOIN -> step.state() == null && step.consent() == null;
            case RETURN -> step.state() == null;
            case HEAR -> step.signal() == null || !step.signal().hasAllItNeeds();
            case ERASE -> step.erasureId() == null;
        };
    }

    private static boolean isStanding(@Nullable String tie) {
        return Arrays.stream(Tie.State.values()).anyMatch(state -> state.word().equals(tie));
    }
}
