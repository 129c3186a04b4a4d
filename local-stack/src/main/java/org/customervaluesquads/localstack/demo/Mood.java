package org.customervaluesquads.localstack.demo;

/** How a customer's month goes. */
enum Mood {
    STEADY,
    GROWING,
    FADING,
    UNHAPPY;

    private static final double DAYS = Month.DAYS;

    /** How lively the customer is on a day of the month, compared with an ordinary one. */
    double liveliness(int day) {
        double passed = day / DAYS;
        return switch (this) {
            case STEADY -> 1.0;
            case GROWING -> 0.5 + 1.6 * passed;
            case FADING -> passed < 0.5 ? 1.4 : 1.4 * Math.max(0, 0.85 - passed);
            case UNHAPPY -> 0.9;
        };
    }

    /** How often an e-mail is opened. */
    double opens(int day) {
        return switch (this) {
            case STEADY -> 0.35;
            case GROWING -> 0.55;
            case FADING -> day < Month.DAYS / 2 ? 0.4 : 0.05;
            case UNHAPPY -> 0.2;
        };
    }

    /** How often a visit comes to a look at the prices, and from there further. */
    double buys() {
        return switch (this) {
            case STEADY -> 0.3;
            case GROWING -> 0.55;
            case FADING -> 0.2;
            case UNHAPPY -> 0.15;
        };
    }

    /** How often something goes wrong on a day. */
    double troubles(int day) {
        return switch (this) {
            case STEADY -> 0.008;
            case GROWING -> 0.005;
            case FADING -> day < Month.DAYS / 2 ? 0.03 : 0.005;
            case UNHAPPY -> day < Month.DAYS / 3 ? 0.04 : 0.16;
        };
    }
}
