package org.customervaluesquads.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.customervaluesquads.localstack.stack.Service;

/** A client as they are out there: sends a batch again on any error, until it is told that all of it was accepted. */
final class PatientClient {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Company company;

    PatientClient(Company company) {
        this.company = company;
    }

    /** Sends one batch, however often it takes within its patience. */
    void send(String batch) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!isAccepted(batch)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not accepted within " + PATIENCE);
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private boolean isAccepted(String batch) {
        try {
            Company.Answer answer = company.post(Service.SIGNAL, "/signals/batch", batch);
            JsonNode body = answer.body();
            if (answer.status() == 202 && body.path("rejected").asInt() > 0) {
                throw new AssertionError("refused: " + body.path("verdicts").get(0));
            }
            return answer.status() == 202;
        } catch (IOException away) {
            // killed, or not started again yet: the next try finds out
            return false;
        }
    }
}
