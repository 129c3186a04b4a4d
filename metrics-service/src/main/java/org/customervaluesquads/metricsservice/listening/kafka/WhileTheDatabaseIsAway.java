package org.customervaluesquads.metricsservice.listening.kafka;

/**
 * How long a batch is tried again when the database cannot be reached. After that the channel fails and liveness says
 * so; nothing is lost, since the batch is not committed.
 */
public final class WhileTheDatabaseIsAway {

    public static final int RETRIES = 90;
    public static final long PAUSE_MILLIS = 1_000;

    private WhileTheDatabaseIsAway() {}
}
