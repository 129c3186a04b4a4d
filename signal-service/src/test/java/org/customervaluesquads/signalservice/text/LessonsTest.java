package org.customervaluesquads.signalservice.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.contracts.TextTaught;
import org.customervaluesquads.signalservice.text.Lessons.Lesson;
import org.junit.jupiter.api.Test;

class LessonsTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final Lessons lessons = new Lessons(
            Map.of(Question.TOPIC, Map.of("refund", List.of("where is my money"), TextTaught.NONE, List.of("hello"))));

    @Test
    void addWhatIsTaughtToWhatShips() {
        TextTaught taught = taught("squad-1", "mein Geld fehlt", "where is my money");

        lessons.remember(taught);

        assertThat(lessons.of(Question.TOPIC))
                .containsExactly(
                        new Lesson("hello", null),
                        new Lesson("where is my money", "refund"),
                        new Lesson("mein Geld fehlt", "refund"));
        assertThat(lessons.labels(Question.TOPIC)).containsEntry("refund", 3);
        assertThat(lessons.of(Question.EMOTION)).isEmpty();
    }

    @Test
    void replaceWhatTheSameTeacherTaughtBefore() {
        lessons.remember(taught("squad-1", "one"));
        lessons.remember(taught("squad-2", "two"));

        lessons.remember(taught("squad-1", "three"));

        assertThat(lessons.of(Question.TOPIC)).extracting(Lesson::text).contains("two", "three");
        assertThat(lessons.of(Question.TOPIC)).extracting(Lesson::text).doesNotContain("one");
        assertThat(lessons.taughtCount()).isEqualTo(2);
    }

    @Test
    void tellByTheirVersionThatSomethingChanged() {
        long before = lessons.version();
        lessons.remember(taught("squad-1", "one"));
        long after = lessons.version();

        lessons.forget(taught("squad-1").key());
        lessons.forget("topic|never|taught");

        assertThat(after).isGreaterThan(before);
        assertThat(lessons.version()).isEqualTo(after + 1);
        assertThat(lessons.taughtCount()).isZero();
    }

    private static TextTaught taught(String teacher, String... examples) {
        return new TextTaught("topic", "refund", teacher, List.of(examples), NOON);
    }
}
