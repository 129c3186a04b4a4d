package org.customervaluesquads.squadservice.policies;

/** What sort of thing a policy sets; read and written by its name in words. */
public enum PolicyKind {
    TARGET("target"),
    THRESHOLD("threshold"),
    CONTACT_RULE("contact-rule"),
    REQUIRED_CONSENT("required-consent"),
    RETENTION("retention"),
    TIME_ZONE("time-zone");

    private final String words;

    PolicyKind(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
