package org.customervaluesquads.contracts;

import java.time.Instant;

/**
 * Whose a device is, on {@link Topics#IDENTITIES}; a tombstone when it is nobody's any more.
 *
 * @param subject {@code anonymous:} and an anonymous id, or an earlier customer id
 * @param customerId the customer, who may have become another one in turn
 * @param since when the signal occurred that says so
 * @param by the source and id of that signal
 */
public record IdentityJoined(String subject, String customerId, Instant since, String by) {}
