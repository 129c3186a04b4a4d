package org.customervaluesquads.signalservice.who.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.customervaluesquads.contracts.ErasureRecorded;
import org.customervaluesquads.signalservice.who.Links;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasingTest {

    private final Listening listening;

    ErasingTest(@TempDir Path state) {
        listening = new Listening(state);
    }

    @AfterEach
    void close() {
        listening.close();
    }

    @Test
    void letsGoOfACustomerAndOfEverybodyJoinedToIt() {
        listening
                .looks("#phone", 0)
                .looks("old-ann", 0)
                .identified("ann", "#phone", 1)
                .aliased("ann", "old-ann", 2);
        listening.looks("ann", 3).looks("#phone", 4);

        listening.erases("ann", "e-1");

        assertThat(List.of("ann", "old-ann", "#phone")).noneMatch(listening::holdsAnythingOf);
        assertThat(listening.identities.readKeyValuesToMap()).isNotEmpty().allSatisfy((subject, joined) -> {
            assertThat(joined).as(subject).isNull();
        });
    }

    @Test
    void recordsEachPlaceWithoutSayingWhoItWas() {
        listening.looks("ann", 0);

        listening.erases("ann", "e-1");

        List<ErasureRecorded> places = listening.erasures.readValuesToList();
        assertThat(places)
                .extracting(ErasureRecorded::place)
                .contains("store customers", "store who", "topic identities", "topic signals", "metrics-service");
        assertThat(places)
                .filteredOn(place -> !place.state().equals(ErasureRecorded.ASKED)
                        && !place.place().equals("request"))
                .allSatisfy(place -> {
                    assertThat(place.subject()).isNull();
                    assertThat(place.person()).doesNotContain("ann").hasSize(64);
                    assertThat(place.goneBy()).isNotNull();
                });
    }

    @Test
    void startsAnewWithASignalThatComesLater() {
        listening
                .looks("ann", 0)
                .grouped("ann", "acme", 1)
                .identified("ann", "#phone", 2)
                .erases("ann", "e-1");

        listening.looks("ann", 9);

        assertThat(listening.countsOf("ann").get("page.viewed/PT24H")[0]).isLessThan(1);
        assertThat(listening.signals.readValuesToList().getLast().accountId()).isNull();
        assertThat(listening.known("ann")).isNull();
    }

    @Test
    void leavesADeviceOfSomebodyElseToThem() {
        listening.looks("#phone", 0).identified("ann", "#phone", 1).identified("ben", "#phone", 2);

        listening.erases("ben", "e-1").looks("#phone", 3);

        assertThat(listening.signals.readKeyValuesToList().getLast().key).isEqualTo("ann");
        assertThat(listening.known("#phone").links().byCustomer()).containsOnlyKeys("ann");
    }

    @Test
    void forgetsTheWholePersonWhicheverIdIsNamed() {
        listening.looks("ann", 0).looks("old-ann", 1).aliased("ann", "old-ann", 2);
        listening.looks("oldest-ann", 3).aliased("old-ann", "oldest-ann", 4);

        listening.erases("oldest-ann", "e-1");

        assertThat(List.of("ann", "old-ann", "oldest-ann")).noneMatch(listening::holdsAnythingOf);
    }

    @Test
    void takesASharedDeviceOutOfTheMergeLogsOfItsCustomers() {
        listening.identified("ann", "#till", 0).identified("ben", "#till", 1).identified("cat", "#till", 2);

        listening.erases("#till", "e-1");

        assertThat(List.of("ann", "ben", "cat", "#till"))
                .allSatisfy(who -> assertThat(listening.known(who)).isNull());
    }

    @Test
    void takesADeviceOutOfTheMergeLogOfWhoeverItWasNotGivenTo() {
        listening.looks("#phone", 0).identified("ann", "#phone", 1).identified("ben", "#phone", 2);

        listening.erases("#phone", "e-1");

        assertThat(List.of("ann", "#phone")).noneMatch(listening::holdsAnythingOf);
        assertThat(listening.known("ben")).isNull();
    }

    @Test
    void findsEverybodyWhoseMergeLogNamesADeviceOfVeryMany() {
        List<String> many = IntStream.rangeClosed(0, Links.LINKS_MAX + 5)
                .mapToObj(one -> "customer-" + one)
                .toList();
        many.forEach(customer -> listening.identified(customer, "#till", many.size() - many.indexOf(customer)));

        listening.erases("#till", "e-1");

        assertThat(many)
                .allSatisfy(customer -> assertThat(listening.known(customer)).isNull());
    }

    @Test
    void forgetsAnUnmergingThatWasUnderWay() {
        listening.identified("ann", "#phone", 1).erases("ann", "e-1");

        listening.unmerges("ann", "#phone");

        assertThat(List.of("ann", "#phone")).noneMatch(listening::holdsAnythingOf);
    }
}
