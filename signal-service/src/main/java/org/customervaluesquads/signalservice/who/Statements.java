package org.customervaluesquads.signalservice.who;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.customervaluesquads.contracts.IdentityStepTaken.Consent;
import org.customervaluesquads.contracts.SignalRecorded;
import org.jspecify.annotations.Nullable;

/** What signals state of who somebody is, beside that something happened. */
public final class Statements {

    public static final String IDENTIFIED = "customer.identified";
    public static final String ALIASED = "customer.aliased";
    public static final String GROUPED = "customer.grouped";
    public static final String CONSENT_CHANGED = "consent.changed";
    public static final String PURPOSES = "purposes";
    public static final String PREVIOUS_ID = "previousId";

    /** More purposes than this nobody states; further ones are passed over, so that they count as not given. */
    private static final int PURPOSES_MAX = 64;

    private static final Set<String> TYPES = Set.of(IDENTIFIED, ALIASED, GROUPED, CONSENT_CHANGED);

    private Statements() {}

    /** Whether signals of this type state anything. */
    public static boolean isOne(@Nullable String type) {
        return type != null && TYPES.contains(type);
    }

    /** What names the signal as a cause. */
    public static String nameOf(SignalRecorded signal) {
        return signal.source() + "/" + signal.id();
    }

    /**
     * The keys of those of whom a signal says that they are its customer. An earlier id may have been an anonymous one or a
     * customer's; whoever was known under it in either way is meant.
     */
    public static Set<String> subjectsOf(SignalRecorded signal) {
        Set<String> subjects = new LinkedHashSet<>();
        if (signal.customerId() == null) {
            return subjects;
        }
        if (signal.type().equals(IDENTIFIED) && signal.anonymousId() != null) {
            subjects.add(SignalRecorded.keyOfAnonymous(signal.anonymousId()));
        }
        String previous = signal.type().equals(ALIASED) ? wordIn(signal, PREVIOUS_ID) : null;
        if (previous != null) {
            subjects.add(SignalRecorded.keyOfAnonymous(previous));
            if (!SignalRecorded.isReserved(previous) && !previous.equals(signal.customerId())) {
                subjects.add(previous);
            }
        }
        return subjects;
    }

    /** Somebody with what a signal states of account and consent, if it states anything later than what is known. */
    public static Known applied(SignalRecorded signal, Known known) {
        Known now = known;
        if (signal.type().equals(GROUPED) && signal.accountId() != null) {
            now = now.grouped(new Known.Account(signal.accountId(), signal.occurredAt(), nameOf(signal)));
        }
        Consent consent = consentIn(signal);
        return consent == null ? now : now.consenting(consent);
    }

    private static @Nullable Consent consentIn(SignalRecorded signal) {
        boolean canState = signal.type().equals(IDENTIFIED) || signal.type().equals(CONSENT_CHANGED);
        JsonNode stated = canState ? property(signal, PURPOSES) : null;
        if (stated == null || !stated.isArray()) {
            return null;
        }
        Set<String> purposes = new TreeSet<>();
        for (JsonNode purpose : stated) {
            if (purpose.isTextual() && purposes.size() < PURPOSES_MAX) {
                purposes.add(purpose.textValue().trim());
            }
        }
        return new Consent(Set.copyOf(purposes), signal.occurredAt(), nameOf(signal));
    }

    private static @Nullable String wordIn(SignalRecorded signal, String name) {
        JsonNode value = property(signal, name);
        return value == null || !value.isTextual() || value.textValue().isBlank() ? null : value.textValue();
    }

    private static @Nullable JsonNode property(SignalRecorded signal, String name) {
        Map<String, JsonNode> properties = signal.properties();
        return properties == null ? null : properties.get(name);
    }
}
