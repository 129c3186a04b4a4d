package org.customervaluesquads.signalservice.doors;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.time.Duration;
import org.customervaluesquads.signalservice.RealParts;
import org.junit.jupiter.api.Test;

/** An instance of its own, which nobody has asked whether it is ready. */
@RealParts
@TestProfile(FirstRequestIT.InstanceOfItsOwn.class)
class FirstRequestIT {

    private static final Duration START_MAX = Duration.ofSeconds(60);

    @Test
    void isAnsweredThoughNobodyAskedForReadiness() {
        await().atMost(START_MAX).until(() -> get("/sources").statusCode() == 200);

        given().contentType(ContentType.JSON)
                .body("{\"silo\": \"sales\"}")
                .put("/sources/first-shop")
                .then()
                .statusCode(200);
    }

    /** Makes Quarkus start anew. */
    public static final class InstanceOfItsOwn implements QuarkusTestProfile {}
}
