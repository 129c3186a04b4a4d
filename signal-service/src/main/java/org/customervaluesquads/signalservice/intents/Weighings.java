package org.customervaluesquads.signalservice.intents;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.customervaluesquads.contracts.ModelPublished;
import org.customervaluesquads.contracts.ModelPublished.Choice;
import org.customervaluesquads.contracts.ModelPublished.Learned;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue and the weights that serve at this moment, as this instance knows them; follows the compacted topics.
 *
 * <p>Of an intent's versions the newest serves, unless somebody chose another: one that is pinned serves until that is
 * taken back, one that is not serves until a version is learned that beats it.
 */
public final class Weighings {

    private final IntentCatalogue shipped;
    private final Map<String, NavigableMap<Integer, ModelPublished>> versions = new HashMap<>();
    private final Map<String, ModelPublished> choices = new HashMap<>();
    private IntentCatalogue catalogue;
    private volatile Weighing current;
    private volatile Weighing withoutLessons;

    /** Weighs as the catalogue that ships says, until something else is known. */
    public Weighings(IntentCatalogue shipped) {
        this.shipped = shipped;
        this.catalogue = shipped;
        this.current = new Weighing(shipped);
        this.withoutLessons = current.withoutLessons();
    }

    /** What serves now; it does not change. */
    public Weighing current() {
        return current;
    }

    /** The same for whoever is scored without being learned from. */
    public Weighing withoutLessons() {
        return withoutLessons;
    }

    /** The catalogue that ships, by whose half-lives states are kept. */
    public IntentCatalogue shipped() {
        return shipped;
    }

    /** Takes in a catalogue that was set. One that is older than what ships, or of other half-lives, is not used. */
    public synchronized void remember(IntentCatalogue set) {
        if (set.version() > shipped.version() && set.halfLives().equals(shipped.halfLives())) {
            catalogue = set;
            weighAnew();
        }
    }

    /** The catalogue that was set is gone: that which ships is in force. */
    public synchronized void forgetCatalogue() {
        catalogue = shipped;
        weighAnew();
    }

    /** Takes in a version, or a choice. */
    public synchronized void remember(ModelPublished model) {
        if (model.choice() != null) {
            choices.put(model.intent(), model);
        } else if (model.learned() != null && model.learned().halfLives().equals(shipped.halfLives())) {
            versions.computeIfAbsent(model.intent(), unknown -> new TreeMap<>()).put(model.version(), model);
        }
        weighAnew();
    }

    /** Forgets the version or the choice under a key. */
    public synchronized void forgetModel(String key) {
        choices.values().removeIf(choice -> choice.key().equals(key));
        for (NavigableMap<Integer, ModelPublished> each : versions.values()) {
            each.values().removeIf(version -> version.key().equals(key));
        }
        weighAnew();
    }

    /** The versions of an intent, the newest first. */
    public synchronized List<ModelPublished> versions(String intent) {
        return List.copyOf(versionsOf(intent).descendingMap().values());
    }

    /** The choice that was made last; null if none was. */
    public synchronized @Nullable ModelPublished choice(String intent) {
        return choices.get(intent);
    }

    private NavigableMap<Integer, ModelPublished> versionsOf(String intent) {
        return versions.getOrDefault(intent, new TreeMap<>());
    }

    private void weighAnew() {
        Map<String, Weights> learned = new HashMap<>();
        for (String intent : versions.keySet()) {
            Weights serving = serving(intent);
            if (serving != null) {
                learned.put(intent, serving);
            }
        }
        current = new Weighing(catalogue, learned);
        withoutLessons = current.withoutLessons();
    }

    private @Nullable Weights serving(String intent) {
        NavigableMap<Integer, ModelPublished> known = versionsOf(intent);
        int newest = known.isEmpty() ? 0 : known.lastKey();
        ModelPublished serving = known.get(chosenOr(newest, choices.get(intent)));
        Learned learned = serving == null ? null : serving.learned();
        return serving == null || learned == null
                ? null
                : new Weights(serving.version(), learned.bias(), learned.weights());
    }

    private static int chosenOr(int newest, @Nullable ModelPublished chosen) {
        Choice choice = chosen == null ? null : chosen.choice();
        boolean serves = choice != null && (choice.pinned() || newest <= choice.newest());
        return chosen != null && serves ? chosen.version() : newest;
    }

    /** Whether a version of an intent can serve. */
    public synchronized boolean knows(String intent, int version) {
        Collection<Integer> known = versionsOf(intent).keySet();
        return catalogue.intent(intent) != null && (version == 0 || known.contains(version));
    }
}
