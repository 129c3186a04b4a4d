package org.customervaluesquads.signalservice.consent;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.customervaluesquads.contracts.PolicyLayerPublished;
import org.customervaluesquads.contracts.PolicyLayerPublished.Value;
import org.jspecify.annotations.Nullable;

/**
 * The purposes that the policies demand, as this instance knows them; follows the compacted topic. A region refines the
 * global layer use by use, except for what that has locked; what squads set binds the squads and not the listening.
 */
public final class ConsentPolicies {

    private static final String REQUIRED_CONSENT = "required-consent";
    private static final String GLOBAL = "global";
    private static final String REGION = "region";

    /** What signals are used for here and in metrics-service; a policy on any other use is not ours to keep. */
    private static final Set<String> USES = Set.of("intents", "metrics");

    private final Map<String, Map<String, Value>> layers = new ConcurrentHashMap<>();

    private volatile Demands demands = new Demands(Set.of(), Map.of());

    private record Demands(Set<String> elsewhere, Map<String, Set<String>> byRegion) {}

    /** Takes in a layer as it is now. */
    public void remember(PolicyLayerPublished layer) {
        if (layer.level().equals(GLOBAL) || layer.level().equals(REGION)) {
            String name = layer.level().equals(GLOBAL) ? GLOBAL : REGION + ":" + layer.name();
            layers.put(name, usesOf(layer.values()));
            reckon();
        }
    }

    /** Forgets a layer that was removed. */
    public void forget(String key) {
        layers.remove(key);
        reckon();
    }

    /** The purposes that all have to be agreed to for what happens in a region, or in none. */
    public Set<String> demandedIn(@Nullable String region) {
        Demands now = demands;
        return region == null ? now.elsewhere() : now.byRegion().getOrDefault(region, now.elsewhere());
    }

    /** Whether nothing is demanded anywhere, so that no signal has to be looked at. */
    public boolean demandNothing() {
        Demands now = demands;
        return now.elsewhere().isEmpty() && now.byRegion().values().stream().allMatch(Set::isEmpty);
    }

    private synchronized void reckon() {
        Map<String, Value> global = layers.getOrDefault(GLOBAL, Map.of());
        Map<String, Set<String>> byRegion = new TreeMap<>();
        layers.forEach((name, refining) -> {
            if (name.startsWith(REGION + ":")) {
                Map<String, Value> both = new TreeMap<>(global);
                refining.forEach((use, value) -> both.merge(use, value, (of, by) -> of.locked() ? of : by));
                byRegion.put(name.substring(REGION.length() + 1), purposesOf(both));
            }
        });
        demands = new Demands(purposesOf(global), byRegion);
    }

    private static Map<String, Value> usesOf(List<Value> values) {
        return values.stream()
                .filter(value -> value.kind().equals(REQUIRED_CONSENT) && USES.contains(value.name()))
                .collect(Collectors.toMap(Value::name, value -> value, (one, other) -> other));
    }

    private static Set<String> purposesOf(Map<String, Value> uses) {
        return uses.values().stream()
                .flatMap(value -> Arrays.stream(value.value().split(",")))
                .map(String::trim)
                .filter(purpose -> !purpose.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
