package org.customervaluesquads.metricsservice.problems;

import org.jspecify.annotations.Nullable;

/** A change that does not name the version it is a change of, or one that is not current any more. */
public final class OutdatedVersion extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean named;

    private OutdatedVersion(boolean named, String detail) {
        super(detail);
        this.named = named;
    }

    /** A change of a version that was replaced meanwhile. */
    public static OutdatedVersion replaced() {
        return new OutdatedVersion(true, "another version is current by now: look at it first");
    }

    /**
     * The version that a header names.
     *
     * @throws OutdatedVersion if it names none
     */
    public static long namedBy(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new OutdatedVersion(false, "If-Match must name the version that is replaced");
        }
        String version = ifMatch.strip().replaceAll("^\"|\"$", "");
        if (!version.matches("\\d{1,18}")) {
            throw replaced();
        }
        return Long.parseLong(version);
    }

    /** Whether a version was named at all. */
    public boolean isNamed() {
        return named;
    }
}
