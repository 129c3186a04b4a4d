package org.customervaluesquads.signalservice.who.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.streams.test.TestRecord;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.signalservice.who.Tie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoiningTest {

    private static final List<String> ALL = List.of("ann", "ben", "old-ann", "#phone", "#tablet", "#kiosk", "#stray");

    private final Listening listening;
    private final Listening apart;

    JoiningTest(@TempDir Path state, @TempDir Path other) {
        listening = new Listening(state);
        apart = new Listening(other);
    }

    @AfterEach
    void close() {
        listening.close();
        apart.close();
    }

    @Test
    void countsWhatADeviceDidBeforeAndAfterForItsCustomer() {
        listening
                .looks("#phone", 0)
                .looks("ann", 1)
                .identified("ann", "#phone", 2)
                .looks("#phone", 3);

        apart.looks("ann", 0).looks("ann", 1).identified("ann", 2, "{}").looks("ann", 3);

        assertSame(listening.countsOf("ann"), apart.countsOf("ann"));
        assertThat(listening.countsOf("#phone")).isEmpty();
    }

    @Test
    void saysOnSignalsAndIdentitiesWhoseTheDeviceIs() {
        listening.looks("#phone", 0).identified("ann", "#phone", 2);

        listening.looks("#phone", 3);

        List<TestRecord<String, SignalRecorded>> published = listening.signals.readRecordsToList();
        assertThat(published).extracting(TestRecord::key).containsExactly("anonymous:phone", "ann", "ann");
        assertThat(published.getLast().value().customerId()).isEqualTo("ann");
        assertThat(published.getLast().value().anonymousId()).isEqualTo("phone");
        assertThat(CloudEventHeaders.read(published.getLast().headers(), CloudEventHeaders.SUBJECT))
                .isEqualTo("anonymous:phone");
        assertThat(listening.identities.readKeyValuesToList()).singleElement().satisfies(joined -> {
            assertThat(joined.key).isEqualTo("anonymous:phone");
            assertThat(joined.value.customerId()).isEqualTo("ann");
        });
    }

    @Test
    void tellsTheCustomersIntentWhenADeviceThatWasBusyIsJoined() {
        listening.looks("#phone", 0).looks("#phone", 1);
        listening.intents.readValuesToList();

        listening.identified("ann", "#phone", 2);

        assertThat(listening.intents.readValuesToList())
                .extracting(IntentChanged::customerId)
                .isNotEmpty()
                .containsOnly("ann");
    }

    @Test
    void tellsOfFadingByWhatItsDevicesDid() {
        listening.looks("#phone", 0).looks("#phone", 1).identified("ann", "#phone", 2);
        listening.intents.readValuesToList();
        listening.rests(3 * 24);

        apart.looks("ann", 0).looks("ann", 1).identified("ann", 2, "{}");
        apart.intents.readValuesToList();
        apart.rests(3 * 24);

        assertThat(toldOf("ann", listening)).containsExactly("fading", "none").isEqualTo(toldOf("ann", apart));
    }

    @Test
    void putsBackWhatWasUnmergedAsIfItHadNeverBeenMerged() {
        listening
                .looks("#phone", 0)
                .looks("ann", 1)
                .identified("ann", "#phone", 2)
                .looks("#phone", 3);

        listening.unmerges("ann", "#phone").looks("#phone", 4);

        apart.looks("#phone", 0)
                .looks("ann", 1)
                .identified("ann", 2, "{}")
                .looks("#phone", 3)
                .looks("#phone", 4);
        assertSame(listening.countsOf("ann"), apart.countsOf("ann"));
        assertSame(listening.countsOf("#phone"), apart.countsOf("#phone"));
        assertThat(stateOf("ann", "#phone")).isEqualTo(Tie.State.UNMERGED);
        assertThat(listening.identities.readValuesToList()).last().isNull();
    }

    @Test
    void movesADeviceToWhoeverIsSaidToHaveHadItEarlier() {
        listening.looks("#phone", 0).identified("ben", "#phone", 9);

        listening.identified("ann", "#phone", 5);

        assertThat(listening.countsOf("ann")).isNotEmpty();
        assertThat(listening.countsOf("ben").get("page.viewed/PT30M")).isNull();
        assertThat(stateOf("ann", "#phone")).isEqualTo(Tie.State.JOINED);
        assertThat(stateOf("ben", "#phone")).isEqualTo(Tie.State.OTHER);
    }

    @Test
    void putsBackADeviceThatTurnsOutToBeShared() {
        listening.looks("#kiosk", 0).identified("ann", "#kiosk", 1).identified("ben", "#kiosk", 2);

        listening.identified("old-ann", "#kiosk", 3).looks("#kiosk", 4);

        apart.looks("#kiosk", 0).looks("#kiosk", 4);
        assertSame(listening.countsOf("#kiosk"), apart.countsOf("#kiosk"));
        assertThat(List.of("ann", "ben", "old-ann"))
                .allSatisfy(customer -> assertThat(stateOf(customer, "#kiosk")).isEqualTo(Tie.State.SHARED));
    }

    @Test
    void carriesAnEarlierIdWithItsDevicesToTheNewOne() {
        listening.looks("#phone", 0).identified("old-ann", "#phone", 1).looks("old-ann", 2);

        listening.aliased("ann", "old-ann", 3).looks("#phone", 4).looks("old-ann", 5);

        apart.looks("ann", 0).looks("ann", 2).looks("ann", 4).looks("ann", 5);
        assertThat(listening.countsOf("ann").get("page.viewed/PT24H")[0])
                .isCloseTo(apart.countsOf("ann").get("page.viewed/PT24H")[0], within(1e-9));
        assertThat(listening.signals.readKeyValuesToList().getLast().key).isEqualTo("ann");
    }

    @Test
    void givesBothBackWhenAnEarlierIdIsUnmerged() {
        listening
                .looks("#phone", 0)
                .identified("old-ann", "#phone", 1)
                .looks("old-ann", 2)
                .aliased("ann", "old-ann", 3);

        listening.unmerges("ann", "old-ann").looks("#phone", 4);

        apart.looks("#phone", 0)
                .identified("old-ann", "#phone", 1)
                .looks("old-ann", 2)
                .looks("#phone", 4);
        assertSame(listening.countsOf("old-ann"), apart.countsOf("old-ann"));
    }

    @Test
    void followsTheLaterOfTwoIdsThatWereEachSaidToBeTheEarlierOne() {
        listening.looks("ann", 0).looks("old-ann", 1);

        listening.aliased("ann", "old-ann", 2).aliased("old-ann", "ann", 3);

        assertThat(listening.countsOf("ann")).isEmpty();
        assertThat(listening.known("old-ann").owner()).isNull();
        assertThat(listening.countsOf("old-ann").get("page.viewed/PT24H")[0]).isGreaterThan(0.9);
    }

    @Test
    void givesLaterSignalsTheAccountOfTheCustomer() {
        listening.grouped("ann", "acme", 1).grouped("ann", "older", 0);

        listening.looks("ann", 2);

        assertThat(listening.signals.readValuesToList().getLast().accountId()).isEqualTo("acme");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void endsInTheSameStateInWhateverOrderIdentitiesAndSignalsArrive(long seed) {
        List<Consumer<Listening>> told = new ArrayList<>(someLife());
        told.forEach(one -> one.accept(listening));

        Collections.shuffle(told, new Random(seed));
        told.forEach(one -> one.accept(apart));
        listening.unmerges("ben", "#phone");
        apart.unmerges("ben", "#phone");

        assertThat(ALL).allSatisfy(who -> assertSame(apart.countsOf(who), listening.countsOf(who)));
        assertThat(ownersIn(apart)).isEqualTo(ownersIn(listening));
    }

    private static List<Consumer<Listening>> someLife() {
        List<Consumer<Listening>> life = new ArrayList<>();
        for (int i = 0; i < 3 * ALL.size(); i++) {
            int minute = 11 * i;
            String who = ALL.get(i % ALL.size());
            life.add(listening -> listening.looks(who, minute));
        }
        life.add(listening -> listening.identified("ann", "#phone", 100));
        life.add(listening -> listening.identified("ben", "#phone", 50));
        life.add(listening -> listening.identified("ann", "#tablet", 70));
        life.add(listening -> listening.identified("old-ann", "#stray", 20));
        life.add(listening -> listening.aliased("ann", "old-ann", 200));
        List.of("ann", "ben", "old-ann").forEach(who -> life.add(listening -> listening.identified(who, "#kiosk", 5)));
        return life;
    }

    private static Map<String, String> ownersIn(Listening listening) {
        Map<String, String> owners = new TreeMap<>();
        for (String who : ALL) {
            owners.put(
                    who,
                    listening.known(who) == null ? "none" : listening.known(who).owner() + "");
        }
        return owners;
    }

    private static List<String> toldOf(String customer, Listening listening) {
        return listening.intents.readValuesToList().stream()
                .filter(change -> change.customerId().equals(customer))
                .map(IntentChanged::stage)
                .toList();
    }

    private Tie.State stateOf(String customer, String device) {
        return listening.known(customer).ties().get(Listening.key(device)).state();
    }

    static void assertSame(Map<String, double[]> one, Map<String, double[]> other) {
        assertThat(one.keySet()).isEqualTo(other.keySet());
        one.forEach(
                (feature, counts) -> assertThat(counts[0]).as(feature).isCloseTo(other.get(feature)[0], within(1e-9)));
    }
}
