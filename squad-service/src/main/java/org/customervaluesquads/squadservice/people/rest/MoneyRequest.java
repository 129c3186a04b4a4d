package org.customervaluesquads.squadservice.people.rest;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.customervaluesquads.contracts.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An amount of one currency, as it is sent. */
public record MoneyRequest(
        @Schema(examples = "480.00") @NotNull @DecimalMin("0") @Digits(integer = 9, fraction = 4)
        BigDecimal amount,

        @Schema(description = "ISO 4217 code", examples = "EUR")
        @NotNull
        @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code such as EUR")
        String currency) {

    /** The amount. */
    public Money money() {
        return new Money(amount, currency);
    }
}
