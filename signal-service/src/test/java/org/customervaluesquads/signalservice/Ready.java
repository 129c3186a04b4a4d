package org.customervaluesquads.signalservice;

import static io.restassured.RestAssured.get;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** Waits for the service as whoever runs it would. */
public final class Ready {

    private static final Duration START_MAX = Duration.ofSeconds(60);

    private Ready() {}

    public static void untilReady() {
        await().atMost(START_MAX)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> get("/q/health/ready").statusCode() == 200);
    }
}
