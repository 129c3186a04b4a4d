package org.customervaluesquads.signalservice.squads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.contracts.SquadPublished;
import org.junit.jupiter.api.Test;

class SquadScopesTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final Scope.Attributes IN_BRITAIN_AND_FRANCE =
            new Scope.Attributes(Set.of("GB", "FR"), Set.of("retail"), Set.of(), Set.of(), Set.of("web"));

    private final SquadScopes scopes = new SquadScopes();

    @Test
    void findsEachSquadOnceInTheirOrder() {
        remember("c-both", "forming", "GB", "FR");
        remember("b-everywhere", "forming");
        remember("a-france", "forming", "FR");
        remember("d-germany", "forming", "DE");

        assertThat(scopes.squadsOf(IN_BRITAIN_AND_FRANCE)).containsExactly("a-france", "b-everywhere", "c-both");
    }

    @Test
    void findsASquadNoMoreThatMovedAwayOrIsDisbanded() {
        remember("moved", "forming", "GB");
        remember("disbanded", "forming", "GB");

        remember("moved", "forming", "DE");
        remember("disbanded", "disbanded", "GB");

        assertThat(scopes.squadsOf(IN_BRITAIN_AND_FRANCE)).isEmpty();
    }

    @Test
    void passesASquadOverWhoseSegmentIsAnother() {
        scopes.remember(squad("b2b", "forming", new Scope(Set.of("GB"), Set.of("b2b"), null, null, null)));

        assertThat(scopes.squadsOf(IN_BRITAIN_AND_FRANCE)).isEmpty();
    }

    private void remember(String id, String stage, String... regions) {
        scopes.remember(squad(id, stage, new Scope(Set.of(regions), null, null, null, null)));
    }

    private static SquadPublished squad(String id, String stage, Scope scope) {
        return new SquadPublished(
                id,
                1,
                id,
                stage,
                new SquadPublished.Mission("account", "grow", null, null, null),
                scope,
                0,
                List.of(),
                NOON,
                NOON);
    }
}
