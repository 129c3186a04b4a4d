package org.customervaluesquads.signalservice.intake;

import java.time.Duration;

/** How large and how far off what comes to a door may be. */
public final class Limits {

    public static final int SIGNAL_BYTES_MAX = 64 * 1024;
    public static final int BATCH_SIGNALS_MAX = 1_000;

    /** Of a body as it was before it was compressed. */
    public static final int BATCH_BYTES_MAX = 4 * 1024 * 1024;

    /** Of one signal; whoever reads the first hundred knows what is wrong with it. */
    public static final int REASONS_MAX = 100;

    public static final int WORD_CHARACTERS_MAX = 256;
    public static final int TEXT_CHARACTERS_MAX = 16 * 1024;
    public static final int PROPERTIES_MAX = 64;
    public static final int PROPERTY_DEPTH_MAX = 6;

    /** Clocks differ; a signal that happened later than this from now has a wrong time. */
    public static final Duration FUTURE_MAX = Duration.ofMinutes(5);

    /** A sender's clock that is ahead of ours by more than this is none. */
    public static final Duration CLOCK_AHEAD_MAX = Duration.ofDays(36_500);

    private Limits() {}
}
