package org.customervaluesquads.signalservice.who;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.customervaluesquads.signalservice.who.Tie.State;
import org.junit.jupiter.api.Test;

class LinksTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @Test
    void givesADeviceToTheCustomerOfTheEarliestSaying() {
        Links links = Links.NONE.with("ben", said(2)).with("ann", said(1));

        Map<String, State> standings = links.standings(3);

        assertThat(standings).isEqualTo(Map.of("ann", State.JOINED, "ben", State.OTHER));
    }

    @Test
    void decidesByTheSignalsNameBetweenSayingsOfOneMoment() {
        Links links =
                Links.NONE.with("ann", new Link(NOON, "shop/2", false)).with("ben", new Link(NOON, "shop/1", false));

        Map<String, State> standings = links.standings(3);

        assertThat(standings).containsEntry("ben", State.JOINED);
    }

    @Test
    void givesADeviceWithTooManyCustomersToNobody() {
        Links links = Links.NONE.with("ann", said(1)).with("ben", said(2)).with("cat", said(3));

        Map<String, State> standings = links.standings(2);

        assertThat(standings.values()).containsOnly(State.SHARED);
    }

    @Test
    void givesADeviceThatWasTakenBackToTheNextCustomer() {
        Links links = Links.NONE.with("ann", said(1)).with("ben", said(2)).with("ann", takenBack(9));

        Map<String, State> standings = links.standings(1);

        assertThat(standings).isEqualTo(Map.of("ann", State.UNMERGED, "ben", State.JOINED));
    }

    @Test
    void leavesWhatWasTakenBackThoughTheSignalComesAgain() {
        Links links = Links.NONE.with("ann", takenBack(9)).with("ann", said(1)).with("ann", said(20));

        Map<String, State> standings = links.standings(3);

        assertThat(standings).isEqualTo(Map.of("ann", State.UNMERGED));
    }

    @Test
    void comesToTheSameInWhateverOrderSayingsArrive() {
        List<UnaryOperator<Links>> sayings = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int minute = (i * 37) % 101;
            String customer = "c" + (i % (Links.LINKS_MAX + 20));
            Link link = i % 17 == 0 ? takenBack(minute) : said(minute);
            sayings.add(links -> links.with(customer, link));
        }
        List<UnaryOperator<Links>> fewer = new ArrayList<>(sayings.subList(0, Links.LINKS_MAX));
        Links inOrder = all(fewer);

        Collections.shuffle(fewer, new Random(7));
        Links shuffled = all(fewer);

        assertThat(shuffled).isEqualTo(inOrder);
        assertThat(all(sayings).byCustomer()).hasSize(Links.LINKS_MAX);
    }

    private static Links all(List<UnaryOperator<Links>> sayings) {
        Links links = Links.NONE;
        for (UnaryOperator<Links> saying : sayings) {
            links = saying.apply(links);
        }
        return links;
    }

    private static Link said(int minute) {
        return new Link(NOON.plusSeconds(60L * minute), "shop/" + minute, false);
    }

    private static Link takenBack(int minute) {
        return new Link(NOON.plusSeconds(60L * minute), "request", true);
    }
}
