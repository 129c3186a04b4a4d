package org.customervaluesquads.signalservice.who.streams;

/** The names of the steps to which resolved signals and identities go on. */
public final class Ways {

    public static final String PUBLISH_SIGNALS = "publish-signals";
    public static final String SCORE_INTENTS = "score-intents";
    public static final String SCORE_JOINED = "score-joined";
    public static final String SEND_IDENTITY_STEPS = "send-identity-steps";
    public static final String PUBLISH_IDENTITIES = "publish-identities";
    public static final String PUBLISH_ERASURES = "publish-erasures";
    public static final String PUBLISH_INTENTS = "publish-intents";
    public static final String TELL_SQUADS = "tell-squads";
    public static final String PUBLISH_LESSONS = "publish-lessons";
    public static final String SEND_ACCOUNT_SIGNALS = "send-account-signals";

    private Ways() {}
}
