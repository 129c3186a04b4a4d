package org.customervaluesquads.contracts;

import java.math.BigDecimal;

/** An amount in one currency (ISO 4217 code); amounts of different currencies are never added. */
public record Money(BigDecimal amount, String currency) {}
