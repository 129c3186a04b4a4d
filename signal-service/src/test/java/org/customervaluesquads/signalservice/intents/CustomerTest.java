package org.customervaluesquads.signalservice.intents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.customervaluesquads.signalservice.intents.SomeSignals.NOON;
import static org.customervaluesquads.signalservice.intents.SomeSignals.pricingPage;
import static org.customervaluesquads.signalservice.intents.SomeSignals.signal;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.contracts.IntentChanged.Evidence;
import org.customervaluesquads.contracts.Scope;
import org.junit.jupiter.api.Test;

class CustomerTest {

    private final IntentCatalogue catalogue = SomeSignals.catalogue();
    private final Weighing weighing = new Weighing(catalogue);
    private final Customer ann = Customer.unknown(catalogue);

    @Test
    void tellsAnIntentWhoseStageChanged() {
        List<IntentChanged> changes = ann.hear("ann", pricingPage("1", NOON), weighing);

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.change()).isEqualTo("stage");
            assertThat(change.previousStage()).isEqualTo("none");
            assertThat(change.stage()).isEqualTo("surging");
            assertThat(change.occurredAt()).isEqualTo(NOON);
            assertThat(change.catalogueVersion()).isEqualTo(7);
        });
    }

    @Test
    void givesEvidenceThatSumsToTheLogOdds() {
        ann.hear("ann", pricingPage("1", NOON), weighing);

        IntentChanged change = ann.hear("ann", pricingPage("2", NOON.plusSeconds(600)), weighing)
                .getFirst();

        double sum = change.bias();
        for (Evidence term : change.evidence()) {
            assertThat(term.contribution()).isEqualTo(term.weight() * Math.log1p(term.count()));
            sum += term.contribution();
        }
        assertThat(sum).isEqualTo(change.logOdds());
        assertThat(change.score()).isCloseTo(1 / (1 + Math.exp(-sum)), within(1e-15));
    }

    @Test
    void saysNothingWhenScoreAndStageHardlyMove() {
        ann.hear("ann", pricingPage("1", NOON), weighing);

        List<IntentChanged> changes = ann.hear("ann", signal("2", "ticket.opened", NOON.plusSeconds(1)), weighing);

        assertThat(changes).isEmpty();
    }

    @Test
    void confirmsAnIntentWithTheScoreJustBeforeItsOutcome() {
        double before =
                ann.hear("ann", pricingPage("1", NOON), weighing).getFirst().score();

        List<IntentChanged> changes = ann.hear("ann", signal("2", "order.completed", NOON), weighing);

        assertThat(changes.getFirst().change()).isEqualTo("confirmed");
        assertThat(changes.getFirst().score()).isEqualTo(before);
        assertThat(changes.getFirst().outcome()).isEqualTo("web-shop/2");
        assertThat(changes.getFirst().evidence())
                .extracting(Evidence::feature)
                .contains("page.viewed/section=pricing")
                .doesNotContain("order.completed");
    }

    @Test
    void confirmsNothingByALateOutcome() {
        ann.hear("ann", pricingPage("1", NOON), weighing);

        List<IntentChanged> changes = ann.hear("ann", signal("2", "order.completed", NOON.minusSeconds(1)), weighing);

        assertThat(changes).extracting(IntentChanged::change).doesNotContain("confirmed");
    }

    @Test
    void fadesWhileNothingHappens() {
        ann.hear("ann", pricingPage("1", NOON), weighing);
        ann.hear("ann", pricingPage("2", NOON), weighing);

        Stage after90Minutes = ann.standings(weighing, NOON.plus(Duration.ofMinutes(90)))
                .getFirst()
                .stage();
        Stage afterThreeDays = ann.standings(weighing, NOON.plus(Duration.ofDays(3)))
                .getFirst()
                .stage();

        assertThat(after90Minutes).isEqualTo(Stage.FADING);
        assertThat(afterThreeDays).isEqualTo(Stage.NONE);
    }

    @Test
    void keepsWhereItWasSeen() {
        ann.hear("ann", signal("1", "page.viewed", NOON), weighing);

        Scope.Attributes attributes = ann.attributes();

        assertThat(attributes)
                .isEqualTo(new Scope.Attributes(Set.of("GB"), Set.of("retail"), Set.of(), Set.of(), Set.of("web")));
    }

    @Test
    void readsTheSameFromItsPackedBytes() {
        CustomerCodec codec = new CustomerCodec(catalogue);
        ann.hear("ann", pricingPage("1", NOON), weighing);
        ann.hear("ann", signal("2", "order.completed", NOON.plusSeconds(60)), weighing);

        Customer read = codec.read(codec.write(ann));

        assertThat(read.standings(weighing, NOON.plusSeconds(90)))
                .usingRecursiveComparison()
                .isEqualTo(ann.standings(weighing, NOON.plusSeconds(90)));
        assertThat(read.attributes()).isEqualTo(ann.attributes());
        assertThat(codec.write(read)).isEqualTo(codec.write(ann));
    }
}
