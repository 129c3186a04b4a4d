package org.customervaluesquads.squadservice.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.customervaluesquads.squadservice.ServiceTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyIT extends ServiceTest {

    private static final int PARALLEL = 20;

    @Inject
    SentRequests sentRequests;

    @Test
    void answersTheSameSquadToTheSameRequest() {
        String key = UUID.randomUUID().toString();
        String location =
                form(key, squad("once")).then().statusCode(201).extract().header("Location");

        var again = form(key, squad("once").replace(": ", " :\n"));

        again.then().statusCode(201).header("Location", equalTo(location));
    }

    @Test
    void refusesAKeyThatStandsForAnotherRequest() {
        String key = UUID.randomUUID().toString();
        form(key, squad("once")).then().statusCode(201);

        var other = form(key, squad("twice"));

        other.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", contains("Idempotency-Key"));
        json(person("Ada", "1"))
                .header("Idempotency-Key", key)
                .post("/people")
                .then()
                .statusCode(201);
    }

    @Test
    void createsOneThingForParallelRequests() throws Exception {
        String key = UUID.randomUUID().toString();
        Callable<String> request = () -> form(key, squad("once")).header("Location");

        try (var clients = Executors.newFixedThreadPool(PARALLEL)) {
            var answers = clients.invokeAll(Collections.nCopies(PARALLEL, request));

            assertThat(answers.stream().map(Future::resultNow).distinct())
                    .hasSize(1)
                    .doesNotContainNull();
        }
    }

    @Test
    void forgetsAKeyAfterItsTime() {
        String key = UUID.randomUUID().toString();
        String location = form(key, squad("once")).header("Location");

        QuarkusTransaction.requiringNew().run(() -> sentRequests.forgetBefore(Instant.now()));

        assertThat(form(key, squad("once")).header("Location")).isNotEqualTo(location);
    }

    private static Response form(String key, String body) {
        return json(body).header("Idempotency-Key", key).post("/squads");
    }
}
