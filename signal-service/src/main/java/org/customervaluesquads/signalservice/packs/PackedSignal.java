package org.customervaluesquads.signalservice.packs;

import org.apache.kafka.common.header.Headers;

/**
 * One accepted signal as it comes out of a pack: what it would be as a record of its own.
 *
 * @param headers its own event's attributes, and those that the whole pack shares
 */
@SuppressWarnings("ArrayRecordComponent") // on its way from one record into another, and compared with nothing
public record PackedSignal(String key, Headers headers, byte[] json) {}
