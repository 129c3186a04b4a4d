package org.customervaluesquads.squadservice.decisions;

import org.jspecify.annotations.Nullable;

/**
 * Under which right something is decided.
 *
 * @param mustAgree who must agree; absent when the squad decides alone
 * @param reason why it is so
 */
public record Authority(@Nullable String mustAgree, String reason) {}
