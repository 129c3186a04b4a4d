package org.customervaluesquads.squadservice.outbox;

/** Messages were left in the outbox; observed after the commit, it wakes the relay. */
public record MessagesLeft() {}
