package org.customervaluesquads.signalservice.intents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.customervaluesquads.contracts.IntentChanged.Evidence;
import org.customervaluesquads.signalservice.intents.Customer.Standing;

/**
 * An intent with all that explains it.
 *
 * @param silos from which the evidence came
 * @param channels by which it came
 * @param up the one sighting more that would raise the score most
 * @param down the one that would lower it most
 */
public record Explained(
        Standing standing,
        List<Term> terms,
        Set<String> silos,
        Set<String> channels,
        Optional<Turn> up,
        Optional<Turn> down) {

    /** One contribution in words, and where its sightings came from. */
    public record Term(Evidence evidence, String words, Set<String> silos, Set<String> channels) {}

    /** Explains an intent of a customer as of the moment for which it was scored. */
    public static Explained of(Standing standing, Customer customer, Weighing weighing, Instant moment) {
        List<Evidence> evidence = standing.score().evidence();
        List<Term> terms = evidence.stream()
                .map(term -> new Term(
                        term,
                        Saying.of(term, weighing.catalogue()),
                        silosOf(List.of(term), customer),
                        channelsOf(List.of(term), customer)))
                .toList();
        DecayedCounts then = customer.counts().asOf(moment);
        Weights weights = weighing.weights(standing.intent());
        return new Explained(
                standing,
                terms,
                silosOf(evidence, customer),
                channelsOf(evidence, customer),
                Turn.up(standing, then, weights),
                Turn.down(standing, then, weights));
    }

    /** From which silos the sightings of these features came. */
    static Set<String> silosOf(List<Evidence> evidence, Customer customer) {
        int bits = 0;
        for (Evidence term : evidence) {
            bits |= customer.counts().silosOf(term.feature());
        }
        return new TreeSet<>(customer.seenAttributes().silosOf(bits));
    }

    private static Set<String> channelsOf(List<Evidence> evidence, Customer customer) {
        int bits = 0;
        for (Evidence term : evidence) {
            bits |= customer.counts().channelsOf(term.feature());
        }
        return new TreeSet<>(customer.seenAttributes().channelsOf(bits));
    }
}
