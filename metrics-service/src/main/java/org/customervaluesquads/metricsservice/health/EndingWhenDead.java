package org.customervaluesquads.metricsservice.health;

import io.quarkus.runtime.Quarkus;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.enterprise.context.ApplicationScoped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process when liveness has been down for some looks in a row: a consumer that gave up does not begin again by
 * itself, and whoever runs the service starts it again when it has ended, but does not see that it only looks alive.
 */
@ApplicationScoped
class EndingWhenDead {

    private static final Logger LOG = LoggerFactory.getLogger(EndingWhenDead.class);
    private static final int LOOKS = 3;
    private static final int EXIT_CODE = 1;

    private final SmallRyeHealthReporter health;
    private int down;

    EndingWhenDead(SmallRyeHealthReporter health) {
        this.health = health;
    }

    @Scheduled(every = "10s", delayed = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        down = health.getLiveness().isDown() ? down + 1 : 0;
        if (down == LOOKS) {
            LOG.atError().addKeyValue("looks", down).log("not alive any more: ending, to be started again");
            Quarkus.asyncExit(EXIT_CODE);
        }
    }
}
