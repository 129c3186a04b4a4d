package org.customervaluesquads.signalservice.consent;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SourceRegistered;
import org.customervaluesquads.signalservice.who.Known;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a region demands was agreed to: by what the customer stated last, or, as long as the customer stated
 * nothing, by what the source states for all of its customers.
 *
 * <p>Intents and metrics hang together (high intents are counted), so that the purposes of both uses are demanded at
 * once: what lacks one of them is kept out of both.
 */
public final class Consents {

    private final ConsentPolicies policies;
    private final Function<String, @Nullable SourceRegistered> sources;

    /**
     * Consents under policies.
     *
     * @param sources finds a registered source by its id
     */
    public Consents(ConsentPolicies policies, Function<String, @Nullable SourceRegistered> sources) {
        this.policies = policies;
        this.sources = sources;
    }

    /** Whether no region demands anything. */
    public boolean demandNothing() {
        return policies.demandNothing();
    }

    /** Whether the region of a signal demands anything. */
    public boolean isDemandedOf(SignalRecorded signal) {
        return !policies.demandedIn(signal.region()).isEmpty();
    }

    /** The purposes that a signal lacks; none if it may be used. */
    public Set<String> lackedBy(SignalRecorded signal, Known known) {
        return without(policies.demandedIn(signal.region()), givenBy(known, List.of(signal.source())));
    }

    /** The purposes that somebody seen in these regions lacks now; none if their intents may be shown. */
    public Set<String> lackedBy(Set<String> regions, Known known) {
        Set<String> demanded = new TreeSet<>();
        if (regions.isEmpty()) {
            demanded.addAll(policies.demandedIn(null));
        }
        regions.forEach(region -> demanded.addAll(policies.demandedIn(region)));
        return without(demanded, givenBy(known, known.consentingSources()));
    }

    private Set<String> givenBy(Known known, Collection<String> ofSources) {
        if (known.consent() != null) {
            return known.consent().purposes();
        }
        Set<String> given = new TreeSet<>();
        for (String id : ofSources) {
            SourceRegistered source = sources.apply(id);
            if (source != null && source.purposes() != null) {
                given.addAll(source.purposes());
            }
        }
        return given;
    }

    private static Set<String> without(Set<String> demanded, Set<String> given) {
        Set<String> lacked = new TreeSet<>(demanded);
        lacked.removeAll(given);
        return lacked;
    }
}
