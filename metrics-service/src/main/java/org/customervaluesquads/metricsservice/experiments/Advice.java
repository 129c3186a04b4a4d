package org.customervaluesquads.metricsservice.experiments;

import java.util.Locale;

/** What a squad is advised to do with a running test; safe to follow at any look. */
public enum Advice {
    /** Nothing is settled yet. */
    CONTINUE("go on: nothing is settled yet"),
    /** A variant is better, beyond the control. */
    STOP_FOR_EFFECT("stop: there is an effect"),
    /** The variants are worse, or a guardrail is broken. */
    STOP_FOR_HARM("stop: it does harm"),
    /** If there is any effect, it is too small to be worth anything. */
    STOP_FOR_FUTILITY("stop: no effect that is worth having is left to be found"),
    /** Customers are not spread as planned, so that nothing can be said. */
    CHECK_ASSIGNMENT("check how customers are assigned before anything else");

    private final String plainly;

    Advice(String plainly) {
        this.plainly = plainly;
    }

    /** The advice as messages write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The advice as a squad reads it. */
    public String plainly() {
        return plainly;
    }
}
