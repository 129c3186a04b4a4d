package org.customervaluesquads.localstack.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSortTest {

    private record Given(long moment, String text) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 1_000_000})
    void sortsByTimeAndKeepsTheOrderWithinAMoment(int runBytes) throws IOException {
        Random random = new Random(runBytes);
        List<Given> given = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            given.add(new Given(random.nextInt(-20, 20), "s-" + i));
        }
        List<String> sorted = new ArrayList<>();

        try (TimeSort sort = new TimeSort(runBytes)) {
            for (Given one : given) {
                sort.add(one.moment(), one.text().getBytes(UTF_8));
            }
            sort.forEach(bytes -> sorted.add(new String(bytes, UTF_8)));
        }

        given.sort(Comparator.comparingLong(Given::moment));
        assertThat(sorted).isEqualTo(given.stream().map(Given::text).toList());
    }
}
