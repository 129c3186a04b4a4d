package org.customervaluesquads.squadservice.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.contracts.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionTest {

    private static final Instant NOW = Instant.parse("2026-02-10T09:00:00Z");
    private static final LocalDate MAY = LocalDate.parse("2026-05-01");
    private static final DecisionRights RIGHTS = DecisionRights.none(new UUID(0, 2))
            .changed(
                    List.of(
                            new Right("campaign", pounds("5000"), "head of sales"),
                            new Right("wording", null, "brand team")),
                    "board");

    @Test
    void isTheSquadsAloneWithinItsRights() {
        assertThat(decision("campaign", pounds("5000")).standing()).isEqualTo(Standing.DECIDED);
        assertThat(decision("campaign", null).standing()).isEqualTo(Standing.DECIDED);
        assertThat(decision("wording", pounds("90000")).standing()).isEqualTo(Standing.DECIDED);
    }

    @Test
    void isAProposalBeyondThemAndNamesWhoMustAgree() {
        assertThat(decision("campaign", pounds("5000.01")).authority().mustAgree())
                .isEqualTo("head of sales");
        assertThat(decision("campaign", new Money(BigDecimal.ONE, "EUR"))
                        .authority()
                        .mustAgree())
                .isEqualTo("head of sales");
        assertThat(decision("hiring", null).authority().mustAgree()).isEqualTo("board");
        assertThat(decision("hiring", null).standing()).isEqualTo(Standing.PROPOSED);
    }

    @Test
    void isDecidedWhenTheyAgreeAndRefusedWhenTheyDoNot() {
        Decision proposal = decision("hiring", null);

        assertThat(proposal.with(entry(Entry.Kind.AGREED, null)).standing()).isEqualTo(Standing.DECIDED);
        assertThat(proposal.with(entry(Entry.Kind.REFUSED, null)).standing()).isEqualTo(Standing.REFUSED);
        assertThat(proposal.with(entry(Entry.Kind.REFUSED, null)).reviewDue()).isEmpty();
    }

    @Test
    void isDueUntilAReviewNamesNoFurtherDay() {
        Decision decision = decision("wording", null);
        Decision again = decision.with(entry(Entry.Kind.REVIEWED, MAY.plusMonths(3)));

        assertThat(decision.reviewDue()).contains(MAY);
        assertThat(again.reviewDue()).contains(MAY.plusMonths(3));
        assertThat(again.with(entry(Entry.Kind.REVIEWED, null)).reviewDue()).isEmpty();
        assertThat(decision.correctedBy(new UUID(0, 9)).reviewDue()).isEmpty();
    }

    private static Decision decision(String kind, @Nullable Money spend) {
        Choice choice = new Choice(
                kind,
                "title",
                new UUID(0, 3),
                spend,
                List.of(new Choice.Option("call", null)),
                "call",
                "because",
                List.of(),
                MAY);
        return Decision.made(new UUID(0, 1), new UUID(0, 2), choice, RIGHTS, null, NOW);
    }

    private static Entry entry(Entry.Kind kind, @Nullable LocalDate next) {
        return new Entry(new UUID(0, 4), new UUID(0, 1), kind, "board", "text", next, NOW);
    }

    private static Money pounds(String amount) {
        return new Money(new BigDecimal(amount), "GBP");
    }
}
