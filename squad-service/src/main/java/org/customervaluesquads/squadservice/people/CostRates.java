package org.customervaluesquads.squadservice.people;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.customervaluesquads.contracts.Money;

/**
 * What a working day of a person has cost and costs, without a gap: a person may have been in a squad before anybody
 * told this service of the person, so the first rate that it is told holds for all days before.
 */
public record CostRates(List<CostRate> inOrder) {

    /** No day is before it. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    /** Keeps the rates in order of time; there is at least one. */
    public CostRates {
        if (inOrder.isEmpty()) {
            throw new IllegalArgumentException("a person without a cost rate");
        }
        inOrder = inOrder.stream().sorted(Comparator.comparing(CostRate::since)).toList();
    }

    /** One rate for all days. */
    public static CostRates always(Money perWorkingDay) {
        return new CostRates(List.of(new CostRate(FIRST_DAY, perWorkingDay)));
    }

    /** The rate of a day. */
    public Money on(LocalDate day) {
        return inOrder.reversed().stream()
                .filter(rate -> !rate.since().isAfter(day))
                .findFirst()
                .orElseThrow()
                .perWorkingDay();
    }

    /** The days on which the rate becomes another. */
    public Stream<LocalDate> daysOfChange() {
        return inOrder.stream().skip(1).map(CostRate::since);
    }

    /** These rates, and another from the day on; the same when the day has that rate already. */
    public CostRates changedTo(Money perWorkingDay, LocalDate day) {
        if (isSame(on(day), perWorkingDay)) {
            return this;
        }
        Stream<CostRate> earlier = inOrder.stream().filter(rate -> rate.since().isBefore(day));
        return new CostRates(Stream.concat(earlier, Stream.of(new CostRate(day, perWorkingDay)))
                .toList());
    }

    private static boolean isSame(Money one, Money other) {
        return one.currency().equals(other.currency()) && one.amount().compareTo(other.amount()) == 0;
    }
}
