package org.customervaluesquads.squadservice.squads;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.customervaluesquads.contracts.Money;
import org.customervaluesquads.contracts.SquadPublished.CostStep;
import org.customervaluesquads.squadservice.people.CostRates;

/** What a squad's people cost a working day, as the days on which the sum of a currency becomes another. */
public final class CostSteps {

    private static final int CENTS = 2;

    private CostSteps() {}

    /** The steps in order of time, and of currency within a day. */
    public static List<CostStep> of(List<Membership> memberships, Function<UUID, CostRates> rates) {
        List<CostStep> steps = new ArrayList<>();
        Map<String, BigDecimal> before = Map.of();
        for (LocalDate day : daysOfChange(memberships, rates)) {
            Map<String, BigDecimal> sums = sums(day, memberships, rates);
            addChanged(steps, day, before, sums);
            before = sums;
        }
        return List.copyOf(steps);
    }

    /** What they cost on one working day, in order of currency; amounts of different currencies stay apart. */
    public static List<Money> on(LocalDate day, List<Membership> memberships, Function<UUID, CostRates> rates) {
        return sums(day, memberships, rates).entrySet().stream()
                .filter(sum -> sum.getValue().signum() != 0)
                .map(sum -> money(sum.getValue(), sum.getKey()))
                .toList();
    }

    private static Map<String, BigDecimal> sums(
            LocalDate day, List<Membership> memberships, Function<UUID, CostRates> rates) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Membership membership : memberships) {
            if (membership.holdsOn(day)) {
                Money rate = rates.apply(membership.personId()).on(day);
                sums.merge(rate.currency(), share(rate.amount(), membership.allocation()), BigDecimal::add);
            }
        }
        return sums;
    }

    private static void addChanged(
            List<CostStep> steps, LocalDate day, Map<String, BigDecimal> before, Map<String, BigDecimal> after) {
        Set<String> currencies = new TreeSet<>(before.keySet());
        currencies.addAll(after.keySet());
        for (String currency : currencies) {
            BigDecimal sum = after.getOrDefault(currency, BigDecimal.ZERO);
            if (sum.compareTo(before.getOrDefault(currency, BigDecimal.ZERO)) != 0) {
                steps.add(new CostStep(day, money(sum, currency)));
            }
        }
    }

    private static List<LocalDate> daysOfChange(List<Membership> memberships, Function<UUID, CostRates> rates) {
        return memberships.stream()
                .flatMap(membership -> daysOfChange(membership, rates.apply(membership.personId())))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<LocalDate> daysOfChange(Membership membership, CostRates rates) {
        return Stream.of(
                        Stream.of(membership.since()),
                        Stream.ofNullable(membership.until()),
                        rates.daysOfChange().filter(membership::holdsOn))
                .flatMap(Function.identity());
    }

    private static BigDecimal share(BigDecimal rate, int allocation) {
        return rate.multiply(BigDecimal.valueOf(allocation)).movePointLeft(2);
    }

    /** At least two digits after the point, and more where the amount has more: nothing is rounded. */
    private static Money money(BigDecimal sum, String currency) {
        BigDecimal exact = sum.stripTrailingZeros();
        return new Money(exact.setScale(Math.max(CENTS, exact.scale())), currency);
    }
}
