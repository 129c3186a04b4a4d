package org.customervaluesquads.signalservice.intents.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.signalservice.intents.Customer;
import org.customervaluesquads.signalservice.intents.Customer.Standing;
import org.customervaluesquads.signalservice.intents.IntentCatalogue;
import org.customervaluesquads.signalservice.intents.Stage;
import org.customervaluesquads.signalservice.problems.Problems;
import org.jspecify.annotations.Nullable;

/** Which entries a squad's question wants, in which order, and from which place on. */
final class Ranking {

    /** The largest rank first; ties by customer and intent, so that pages do not overlap. */
    static final Comparator<Place> BEST_FIRST = Comparator.comparingDouble(Place::rank)
            .reversed()
            .thenComparing(Place::customerId)
            .thenComparing(Place::intent);

    private static final String SEPARATOR = "\n";
    private static final int PARTS = 4;

    private final @Nullable String intent;
    private final Set<String> stages;
    private final double minScore;
    private final Sort sort;
    private final @Nullable Place after;
    private final Instant moment;

    /** By what entries are sorted. */
    enum Sort {
        SCORE,
        STAGE,
        SURGE,
        RECENT
    }

    /** Where an entry stands. */
    record Place(double rank, String customerId, String intent) {}

    private Ranking(AskedOfSquad asked, Set<String> stages, Sort sort, @Nullable Place after, Instant moment) {
        this.intent = asked.intent;
        this.stages = stages;
        this.minScore = asked.minScore;
        this.sort = sort;
        this.after = after;
        this.moment = moment;
    }

    /**
     * Understands a question.
     *
     * @throws RuntimeException a problem that names each field that is not understood
     */
    static Ranking of(AskedOfSquad asked, IntentCatalogue catalogue, Instant now) {
        if (asked.intent != null && catalogue.intent(asked.intent) == null) {
            throw refused("intent", "is none of the catalogue's");
        }
        Set<String> stages = new TreeSet<>(asked.stage == null ? List.of() : asked.stage);
        Set<String> known = Arrays.stream(Stage.values()).map(Stage::word).collect(Collectors.toSet());
        if (!known.containsAll(stages)) {
            throw refused("stage", "must be one of " + String.join(", ", new TreeSet<>(known)));
        }
        Sort sort = sortOf(asked.sort);
        if (asked.after == null) {
            return new Ranking(asked, stages, sort, null, now);
        }
        String[] parts = read(asked.after);
        try {
            Place after = new Place(Double.parseDouble(parts[1]), parts[2], parts[3]);
            return new Ranking(asked, stages, sort, after, Instant.ofEpochMilli(Long.parseLong(parts[0])));
        } catch (NumberFormatException notOurs) {
            throw refused("after", "is none that was given as next");
        }
    }

    Instant moment() {
        return moment;
    }

    boolean wants(Standing standing) {
        return (intent == null || intent.equals(standing.intent().name()))
                && (stages.isEmpty() || stages.contains(standing.stage().word()))
                && standing.score().probability() >= minScore;
    }

    boolean isBehind(Place place) {
        return after == null || BEST_FIRST.compare(place, after) > 0;
    }

    Place place(String customerId, Customer customer, Standing standing) {
        double score = standing.score().probability();
        double rank = switch (sort) {
            case SCORE -> score;
            case STAGE -> urgency(standing.stage()) + score;
            case SURGE -> standing.score().surge();
            case RECENT -> customer.newest().toEpochMilli();
        };
        return new Place(rank, customerId, standing.intent().name());
    }

    /** What to ask for as {@code after} to see those behind an entry. */
    String next(Place last) {
        String written = String.join(
                SEPARATOR,
                Long.toString(moment.toEpochMilli()),
                Double.toString(last.rank()),
                last.customerId(),
                last.intent());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(written.getBytes(UTF_8));
    }

    /** Two apart, so that the score decides within a stage. */
    private static double urgency(Stage stage) {
        return 2.0
                * switch (stage) {
                    case SURGING -> 4;
                    case ACTIVE -> 3;
                    case EMERGING -> 2;
                    case FADING -> 1;
                    case NONE -> 0;
                };
    }

    private static Sort sortOf(String word) {
        return Arrays.stream(Sort.values())
                .filter(sort -> sort.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> refused("sort", "must be score, stage, surge or recent"));
    }

    private static String[] read(String after) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(after), UTF_8).split(SEPARATOR, -1);
            if (parts.length == PARTS) {
                return parts;
            }
        } catch (IllegalArgumentException notOurs) {
            // told below
        }
        throw refused("after", "is none that was given as next");
    }

    private static RuntimeException refused(String field, String reason) {
        return Problems.refused("the question is not understood", List.of(new Reason(field, reason)));
    }
}
