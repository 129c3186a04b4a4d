package org.customervaluesquads.localstack.infrastructure;

/** A running broker and database: where they are and what they are. */
public interface Infrastructure extends AutoCloseable {

    /** What it is, in words, for whoever reads the end of a test run. */
    String kind();

    /** The broker's address, as Kafka clients take it. */
    String bootstrapServers();

    /** The address of one of the {@link Database#NAMES databases}. */
    String jdbcUrl(String database);

    /** The databases' owner. */
    default String username() {
        return Database.OWNER;
    }

    /** The owner's password. */
    default String password() {
        return Database.OWNER;
    }

    @Override
    void close();
}
