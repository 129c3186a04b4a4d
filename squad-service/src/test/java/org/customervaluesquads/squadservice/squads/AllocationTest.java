package org.customervaluesquads.squadservice.squads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllocationTest {

    private static final UUID PERSON = new UUID(0, 1);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        nothing                         |                                      | 0   | 2026-02-01
        one                             | 40 02-01                             | 40  | 2026-02-01
        two side by side                | 40 02-01; 60 02-01                   | 100 | 2026-02-01
        one after the other             | 80 01-01 02-10; 80 02-10             | 80  | 2026-02-01
        overlapping for one day         | 80 01-01 02-11; 80 02-10             | 160 | 2026-02-10
        over before the day asked for   | 80 01-01 01-20; 80 01-01             | 80  | 2026-02-01
        the first of two equal days     | 30 02-01; 30 02-03 02-04; 30 02-06   | 60  | 2026-02-03
        """)
    void isTheHighestSumFromADayOn(String name, @Nullable String memberships, int percent, LocalDate on) {
        List<Membership> given = memberships == null
                ? List.of()
                : Arrays.stream(memberships.split("; "))
                        .map(AllocationTest::membership)
                        .toList();

        Allocation highest = Allocation.highestFrom(LocalDate.parse("2026-02-01"), given);

        assertThat(highest).isEqualTo(new Allocation(percent, on));
    }

    @ParameterizedTest
    @CsvSource({"99,false", "100,false", "101,true"})
    void isTooMuchAboveTheWholeTime(int percent, boolean tooMuch) {
        Allocation allocation = new Allocation(percent, LocalDate.EPOCH);

        assertThat(allocation.isTooMuch()).isEqualTo(tooMuch);
    }

    private static Membership membership(String words) {
        String[] word = words.split(" ");
        LocalDate until = word.length > 2 ? LocalDate.parse("2026-" + word[2]) : null;
        return new Membership(PERSON, "analyst", Integer.parseInt(word[0]), LocalDate.parse("2026-" + word[1]), until);
    }
}
