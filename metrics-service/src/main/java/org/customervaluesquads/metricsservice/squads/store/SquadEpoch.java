package org.customervaluesquads.metricsservice.squads.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/**
 * How writers of facts and changes of squads take turns.
 *
 * <p>A fact is marked for every squad that its writer knows. A squad that becomes known at the same moment could miss
 * facts: its first reckoning does not see them, since they are not committed, and their writer does not mark them,
 * since it does not know the squad. So a writer holds a shared lock from before it looks at the squads to its commit,
 * and a change of a squad holds the same lock alone while it is stored and raises the epoch. A writer before the
 * change has committed when the change is stored, so the reckoning that follows sees its facts; a writer after it
 * finds a newer epoch than its view's, reads the squads anew, and marks its facts.
 *
 * <p>The change only notes that the squad is touched wholly; finding its hours is left to the restating, which needs
 * no lock against writers. The lock is held as long as one row is written.
 */
@ApplicationScoped
class SquadEpoch {

    /** Any number, as long as no other advisory lock of the database has it. */
    private static final long LOCK = 0x5155414453L;

    private final EntityManager database;

    SquadEpoch(EntityManager database) {
        this.database = database;
    }

    /** Lets no squad change until the transaction ends, and says which epoch it is. */
    @Transactional(Transactional.TxType.MANDATORY)
    long hold() {
        select("SELECT pg_advisory_xact_lock_shared(" + LOCK + ")");
        // A statement of its own: one statement would see the epoch as it was before the lock was waited for.
        return ((Number) select("SELECT epoch FROM squad_epoch")).longValue();
    }

    /** Lets no facts be written until the transaction ends, and begins a new epoch. */
    @Transactional(Transactional.TxType.MANDATORY)
    void raise() {
        select("SELECT pg_advisory_xact_lock(" + LOCK + ")");
        database.createNativeQuery("UPDATE squad_epoch SET epoch = epoch + 1").executeUpdate();
    }

    private Object select(String sql) {
        return database.createNativeQuery(sql, Object.class).getSingleResult();
    }
}
