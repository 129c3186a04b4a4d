package org.customervaluesquads.squadservice.idempotency;

/**
 * A request that its sender may send again.
 *
 * @param operation what it asks for; the same key may be used for another operation
 * @param key by which its sender knows it
 * @param contentHash by which a key that is used for something else is found out
 */
public record SentRequest(String operation, String key, String contentHash) {}
