package org.customervaluesquads.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.customervaluesquads.localstack.stack.Service;

/** A client as they are out there: sends a batch again on any error, until it is told that all of it was accepted. */
final class PatientClient {

    private static final int TRIES_MAX = 200;
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Company company;
    private int accepted;

    PatientClient(Company company) {
        this.company = company;
    }

    /** Sends one batch, however long it takes within the tries. */
    void send(String batch) throws InterruptedException {
        for (int i = 0; i < TRIES_MAX; i++) {
            try {
                Company.Answer answer = company.post(Service.SIGNAL, "/signals/batch", batch);
                if (answer.status() == 202) {
                    JsonNode body = answer.body();
                    if (body.path("rejected").asInt() > 0) {
                        throw new AssertionError(
                                "refused: " + body.path("verdicts").get(0));
                    }
                    accepted += body.path("accepted").asInt();
                    return;
                }
            } catch (IOException away) {
                // killed, or not started again yet: the next try finds out
            }
            Thread.sleep(PAUSE.toMillis());
        }
        throw new AssertionError("not accepted after " + TRIES_MAX + " tries");
    }

    /** How many signals it was told are accepted. */
    int accepted() {
        return accepted;
    }
}
