package org.customervaluesquads.squadservice.squads;

import java.util.UUID;

class InMemorySquadsTest implements SquadsContract {

    private final InMemorySquads squads = new InMemorySquads();
    private long last;

    @Override
    public Squads squads() {
        return squads;
    }

    @Override
    public UUID person() {
        return nextId();
    }

    @Override
    public UUID nextId() {
        return new UUID(0, ++last);
    }

    @Override
    public void inTransaction(Runnable work) {
        work.run();
    }
}
