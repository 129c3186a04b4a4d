package org.customervaluesquads.squadservice.squads;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Supplier;
import org.customervaluesquads.squadservice.ServiceTest;

/** Squads in PostgreSQL. */
@QuarkusTest
class StoredSquadsIT extends ServiceTest implements SquadsContract {

    @Inject
    Squads squads;

    @Inject
    Supplier<UUID> ids;

    @Override
    public Squads squads() {
        return squads;
    }

    @Override
    public UUID person() {
        return addPerson("Ada");
    }

    @Override
    public UUID nextId() {
        return ids.get();
    }

    @Override
    public void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }
}
