package org.customervaluesquads.signalservice.sources;

/** What can be set of a source, and how far. */
public final class SourceLimits {

    public static final int SIGNALS_PER_SECOND_MAX = 1_000_000;

    public static final int MAX_AGE_MINUTES_MIN = 1;

    /** Longer than this is as good as without limit. */
    public static final int MAX_AGE_DAYS_MAX = 36_500;

    public static final int DUPLICATE_WINDOW_MINUTES_MIN = 1;

    /** What was counted stays on its topic as long; a duplicate that comes later could be held against nothing. */
    public static final int DUPLICATE_WINDOW_DAYS_MAX = 90;

    public static final int PURPOSES_MAX = 32;

    /** However a mapping is written as JSON, its source stays one record that the log takes. */
    public static final int MAPPING_CHARACTERS_MAX = 128 * 1024;

    private SourceLimits() {}
}
