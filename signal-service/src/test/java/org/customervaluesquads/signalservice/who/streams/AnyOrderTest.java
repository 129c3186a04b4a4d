package org.customervaluesquads.signalservice.who.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.customervaluesquads.signalservice.intents.SomeSignals.NOON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.customervaluesquads.contracts.ErasureRecorded;
import org.customervaluesquads.contracts.IdentityStepTaken.Kind;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.signalservice.erasing.Places;
import org.customervaluesquads.signalservice.who.Known;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lives of some people and their devices, with the steps between them arriving in many orders. */
class AnyOrderTest {

    private static final int SEEDS = 100;
    private static final int HAPPENINGS = 60;
    private static final List<String> PEOPLE = List.of("ann", "ben", "cat", "dan");
    private static final List<String> DEVICES = List.of("phone", "tablet", "kiosk");
    private static final List<String> ALL =
            List.of("ann", "ben", "cat", "dan", "anonymous:phone", "anonymous:tablet", "anonymous:kiosk");
    private static final Set<Kind> SAYINGS = EnumSet.of(Kind.LINK, Kind.UNMERGE);

    private final Path state;
    private int looks;
    private int said;

    AnyOrderTest(@TempDir Path state) {
        this.state = state;
    }

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void losesAndDoublesNothingThatWasHeard(long seed) {
        try (Apart apart = new Apart(state)) {
            Random random = new Random(seed);
            live(apart, random);

            apart.arriveAll(step -> true, random);

            assertThat(apart.seenOf("page.viewed")).isCloseTo(looks, within(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void leavesNothingOfWhoWasErased(long seed) {
        try (Apart apart = new Apart(state)) {
            Random random = new Random(seed);
            live(apart, random);
            apart.arriveAll(SAYINGS::contains, random);
            String asked = ALL.get(random.nextInt(ALL.size()));

            apart.ask(asked, Steps.erase(asked, asked, NOON, "e-1"));
            apart.arriveAll(step -> true, random);

            Set<String> forgotten = forgottenIn(apart);
            assertThat(forgotten).contains(asked).containsAll(apart.erased());
            assertThat(apart.states().keySet())
                    .noneMatch(name -> forgotten.stream().anyMatch(name::contains));
            assertThat(apart.erased()).allSatisfy(key -> {
                assertThat(apart.known(key)).isEqualTo(Known.NOTHING);
                assertThat(ALL).noneMatch(other -> mentions(apart.known(other), key));
            });
        }
    }

    private void live(Apart apart, Random random) {
        for (int i = 0; i < HAPPENINGS; i++) {
            happen(apart, random);
            while (random.nextInt(3) > 0 && apart.arriveSome(random)) {
                // as many as chance will have
            }
        }
    }

    private void happen(Apart apart, Random random) {
        String person = PEOPLE.get(random.nextInt(PEOPLE.size()));
        String device = DEVICES.get(random.nextInt(DEVICES.size()));
        switch (random.nextInt(8)) {
            case 0, 1 -> apart.hear(look(person, null));
            case 2, 3 -> apart.hear(look(null, device));
            case 4, 5 -> apart.hear(signal("customer.identified", person, device, random, Map.of()));
            case 6 -> {
                String previous = PEOPLE.get(random.nextInt(PEOPLE.indexOf(person), PEOPLE.size()));
                Map<String, JsonNode> named = Map.of("previousId", TextNode.valueOf(previous));
                apart.hear(signal("customer.aliased", person, null, random, named));
            }
            default -> {
                String subject = ALL.get(random.nextInt(ALL.size()));
                apart.ask(person, Steps.unmerge(subject, person, NOON, "request-" + said++));
            }
        }
    }

    private SignalRecorded look(String customer, String device) {
        looks++;
        return signal("page.viewed", customer, device, new Random(0), Map.of());
    }

    /** Looks are of one moment, so that they can be counted; sayings are not in the order in which they arrive. */
    private SignalRecorded signal(
            String type, String customer, String device, Random random, Map<String, JsonNode> properties) {
        Instant at = type.equals("page.viewed") ? NOON : NOON.minusSeconds(1 + random.nextInt(3600));
        String id = type + said++;
        return new SignalRecorded(
                id,
                "shop",
                type,
                at,
                "sales",
                customer,
                device,
                null,
                "GB",
                null,
                "web",
                null,
                null,
                null,
                null,
                properties);
    }

    private static Set<String> forgottenIn(Apart apart) {
        Set<String> persons = apart.erasures().stream()
                .filter(place -> place.place().equals("store who"))
                .map(ErasureRecorded::person)
                .collect(Collectors.toSet());
        return ALL.stream()
                .filter(key ->
                        persons.contains(Places.requested("e-1", key, NOON).person()))
                .collect(Collectors.toSet());
    }

    private static boolean mentions(Known known, String key) {
        return known.ties().containsKey(key)
                || known.links().byCustomer().containsKey(key)
                || key.equals(known.owner());
    }
}
