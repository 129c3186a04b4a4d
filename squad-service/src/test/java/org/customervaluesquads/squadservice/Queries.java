package org.customervaluesquads.squadservice;

import static io.restassured.RestAssured.given;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * Counts what the database is asked for an answer. What the service asks of itself meanwhile, to forget old requests or
 * to keep evidence, is not counted: it comes at any time.
 */
@Default
@PersistenceUnitExtension
@ApplicationScoped
class Queries implements StatementInspector {

    private final CurrentVertxRequest request;
    private final AtomicLong asked = new AtomicLong();

    Queries(CurrentVertxRequest request) {
        this.request = request;
    }

    /** How many queries the answer takes that is to be found there. */
    long of(String path) {
        asked.set(0);
        given().get(path).then().statusCode(200);
        return asked.get();
    }

    @Override
    public String inspect(String statement) {
        if (Arc.container().requestContext().isActive() && request.getCurrent() != null) {
            asked.incrementAndGet();
        }
        return statement;
    }
}
