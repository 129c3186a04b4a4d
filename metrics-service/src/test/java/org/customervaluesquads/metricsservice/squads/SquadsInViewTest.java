package org.customervaluesquads.metricsservice.squads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.metricsservice.listening.Traced;
import org.junit.jupiter.api.Test;

class SquadsInViewTest {

    private static final Instant HOUR = Instant.parse("2024-03-05T08:00:00Z");

    private final SquadsInView view = new SquadsInView(1, List.of(squad("british", "GB"), squad("french", "FR")));

    @Test
    void touchesAnHourOnceWithTheTraceOfTheLastFactInIt() {
        List<Traced<FactAt>> facts = List.of(fact("GB", "first"), fact("FR", "other"), fact("GB", "last"));

        assertThat(view.touchedBy(facts))
                .containsExactlyInAnyOrder(
                        new Traced<>(new TouchedHour("british", HOUR), "last"),
                        new Traced<>(new TouchedHour("french", HOUR), "other"));
    }

    @Test
    void touchesSquadsOfSeveralRegionsAndOfNone() {
        Squad nordic = new Squad("nordic", new Scope(Set.of("NO", "SE"), null, null, null, null), List.of());
        Squad web = new Squad("web", new Scope(null, null, null, null, Set.of("web")), List.of());
        FactAt bought = new FactAt(HOUR, Scope.Attributes.of("SE", null, null, null, "web"));

        Collection<Traced<TouchedHour>> touched =
                new SquadsInView(1, List.of(nordic, web)).touchedBy(List.of(Traced.untraced(bought)));

        assertThat(touched)
                .containsExactlyInAnyOrder(
                        Traced.untraced(new TouchedHour("nordic", HOUR)),
                        Traced.untraced(new TouchedHour("web", HOUR)));
    }

    private static Traced<FactAt> fact(String region, String trace) {
        return new Traced<>(
                new FactAt(HOUR.plusSeconds(60), Scope.Attributes.of(region, null, null, null, null)), trace);
    }

    private static Squad squad(String id, String region) {
        return new Squad(id, new Scope(Set.of(region), null, null, null, null), List.of());
    }
}
