package org.customervaluesquads.metricsservice.policies;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customervaluesquads.contracts.PolicyLayerPublished;
import org.customervaluesquads.contracts.PolicyLayerPublished.Value;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.metricsservice.calendars.Calendar;
import org.customervaluesquads.metricsservice.calendars.Grain;

/**
 * What the layers of policies say for one squad: the global one, those of the scope's regions, and the squad's own.
 * Each refines those before it until one locks a value. What a squad's regions do not agree on, they do not say.
 */
public final class SquadPolicies {

    private static final String TARGET = "target";
    private static final String THRESHOLD = "threshold";
    private static final String TIME_ZONE = "time-zone";
    private static final String DAY = "day";

    private final Map<Key, Value> holding;

    private SquadPolicies(Map<Key, Value> holding) {
        this.holding = holding;
    }

    private record Key(String kind, String name) {}

    /**
     * What holds where these layers meet.
     *
     * @param regions those of the scope's regions that say anything
     * @param scope of the squad
     */
    public static SquadPolicies of(
            List<Value> global, List<PolicyLayerPublished> regions, Scope scope, List<Value> squad) {
        Map<Key, Value> holding = new HashMap<>();
        refine(holding, global);
        refine(holding, agreed(regions, scope.regions().size()));
        refine(holding, squad);
        return new SquadPolicies(holding);
    }

    private static void refine(Map<Key, Value> holding, List<Value> values) {
        for (Value value : values) {
            holding.merge(
                    new Key(value.kind(), value.name()),
                    value,
                    (before, refined) -> before.locked() ? before : refined);
        }
    }

    private static List<Value> agreed(List<PolicyLayerPublished> regions, int all) {
        List<Value> agreed = new ArrayList<>();
        Map<Key, List<Value>> byKey = regions.stream()
                .flatMap(region -> region.values().stream())
                .collect(Collectors.groupingBy(value -> new Key(value.kind(), value.name())));
        byKey.forEach((key, values) -> {
            Set<String> said = values.stream().map(Value::value).collect(Collectors.toSet());
            if (values.size() == all && said.size() == 1) {
                boolean locked = values.stream().anyMatch(Value::locked);
                agreed.add(new Value(key.kind(), key.name(), said.iterator().next(), locked));
            }
        });
        return agreed;
    }

    /** Where the squad's days begin. */
    public Calendar calendar() {
        return said(new Key(TIME_ZONE, DAY))
                .flatMap(SquadPolicies::zone)
                .map(Calendar::new)
                .findFirst()
                .orElse(Calendar.UTC);
    }

    private Stream<String> said(Key key) {
        Value value = holding.get(key);
        return value == null ? Stream.empty() : Stream.of(value.value());
    }

    private static Stream<ZoneId> zone(String name) {
        try {
            return Stream.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Stream.empty();
        }
    }

    /** What the metric is to reach in a window of this grain; a policy may name the grain, or hold for all of them. */
    public Optional<BigDecimal> target(String metric, Grain grain) {
        return number(TARGET, metric, grain);
    }

    /** What the metric must not pass to the worse in a window of this grain. */
    public Optional<BigDecimal> threshold(String metric, Grain grain) {
        return number(THRESHOLD, metric, grain);
    }

    private Optional<BigDecimal> number(String kind, String metric, Grain grain) {
        return Stream.of(metric + "@" + grain.word(), metric)
                .flatMap(name -> said(new Key(kind, name)))
                .map(BigDecimal::new)
                .findFirst();
    }
}
