package org.customervaluesquads.squadservice.people;

import java.time.LocalDate;
import org.customervaluesquads.contracts.Money;

/** What a working day of a person costs from a day on. */
public record CostRate(LocalDate since, Money perWorkingDay) {}
