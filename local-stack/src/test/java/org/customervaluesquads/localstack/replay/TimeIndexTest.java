package org.customervaluesquads.localstack.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeIndexTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 1_023, 1_025, 5_000})
    void sortsByTimeAndKeepsTheOrderOfWhatHappenedAtOnce(int size) {
        Random seeded = new Random(size);
        long[] times =
                LongStream.generate(() -> seeded.nextInt(100)).limit(size).toArray();
        TimeIndex index = indexOf(times);

        index.sort();

        List<Long> expected = LongStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingLong(at -> times[at.intValue()]))
                .toList();
        assertThat(IntStream.range(0, size).mapToObj(index::offset).toList()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2_000})
    void leavesAloneWhatIsInOrder(int size) {
        TimeIndex index = indexOf(LongStream.range(0, size).toArray());

        index.sort();

        assertThat(index.time(size - 1)).isEqualTo(size - 1);
    }

    private static TimeIndex indexOf(long[] times) {
        TimeIndex index = new TimeIndex();
        for (int i = 0; i < times.length; i++) {
            index.add(times[i], i);
        }
        return index;
    }
}
