package org.customervaluesquads.signalservice.who;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.customervaluesquads.signalservice.who.Tie.State;

/**
 * The customers that one subject was said to be.
 *
 * <p>Whose it is follows from this set alone, so that the order in which sayings arrive does not matter: the customer of
 * the earliest one that was not taken back, and nobody once more customers than a limit are left.
 *
 * @param byCustomer at most {@link #LINKS_MAX}, the earliest
 */
public record Links(@JsonValue Map<String, Link> byCustomer) {

    /** A device with more customers than this is anyhow shared; only the earliest are remembered. */
    public static final int LINKS_MAX = 64;

    public static final Links NONE = new Links(Map.of());

    /** Links as they are stored. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Links {
        byCustomer = Map.copyOf(byCustomer);
    }

    /** With one more saying. */
    public Links with(String customerId, Link link) {
        TreeMap<String, Link> more = new TreeMap<>(byCustomer);
        more.merge(customerId, link, Link::and);
        if (more.size() > LINKS_MAX) {
            more.entrySet().stream().max(Links::byTime).map(Map.Entry::getKey).ifPresent(more::remove);
        }
        return new Links(more);
    }

    /** Without a customer who is to be forgotten. */
    public Links without(String customerId) {
        TreeMap<String, Link> fewer = new TreeMap<>(byCustomer);
        fewer.remove(customerId);
        return new Links(fewer);
    }

    /** How the subject stands to each customer. */
    public Map<String, State> standings(int customersMax) {
        Optional<String> first = byCustomer.entrySet().stream()
                .filter(link -> !link.getValue().unmerged())
                .min(Links::byTime)
                .map(Map.Entry::getKey);
        long left =
                byCustomer.values().stream().filter(link -> !link.unmerged()).count();
        TreeMap<String, State> standings = new TreeMap<>();
        byCustomer.forEach((customer, link) -> {
            State alone = first.filter(customer::equals).isPresent() ? State.JOINED : State.OTHER;
            State counted = left > customersMax ? State.SHARED : alone;
            standings.put(customer, link.unmerged() ? State.UNMERGED : counted);
        });
        return standings;
    }

    private static int byTime(Map.Entry<String, Link> one, Map.Entry<String, Link> other) {
        if (one.getValue().isBefore(other.getValue())) {
            return -1;
        }
        return other.getValue().isBefore(one.getValue()) ? 1 : one.getKey().compareTo(other.getKey());
    }
}
