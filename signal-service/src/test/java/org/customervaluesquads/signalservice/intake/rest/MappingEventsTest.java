package org.customervaluesquads.signalservice.intake.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Clock;
import java.util.List;
import org.customervaluesquads.contracts.Mapping;
import org.customervaluesquads.signalservice.Catalogues;
import org.customervaluesquads.signalservice.intake.Judge;
import org.customervaluesquads.signalservice.intake.Offered;
import org.junit.jupiter.api.Test;

class MappingEventsTest {

    private static final String EACH_WITH_THE_WHOLE_TEXT =
            "def each(ids, text) [for ($ids) {\"id\": ., \"text\": $text}] each(.many, .text)";

    private final MappingEvents mapping = new MappingEvents(
            new Judge(Catalogues.signalTypes(), source -> null), new MappingWorkers(), Clock.systemUTC());

    @Test
    void makesAsMuchOfAnEventAsABatchMayHold() {
        List<Offered> signals = mapped(event(60, 60_000));

        assertThat(signals).hasSize(60).hasOnlyElementsOfType(Offered.Legible.class);
    }

    @Test
    void makesNoMoreOfAnEventThanTheLogTakesAtOnce() {
        assertThatThrownBy(() -> mapped(event(100, 60_000)))
                .isInstanceOfSatisfying(
                        HttpProblem.class,
                        problem -> assertThat(problem.getStatusCode()).isEqualTo(413))
                .hasMessageContaining("more than 1,000 signals or 4,194,304 characters");
    }

    @Test
    void refusesWhatIsTooLargeToBeASignalWithoutCountingIt() {
        List<Offered> signals = mapped(event(60, 100_000));

        assertThat(signals).hasSize(60).hasOnlyElementsOfType(Offered.Illegible.class);
    }

    private List<Offered> mapped(ObjectNode event) {
        Mapping template = ((Mapping.Parsed.Usable) Mapping.parse(EACH_WITH_THE_WHOLE_TEXT)).mapping();
        return mapping.map(List.of(new Offered.Legible(event, "the event")), template, "shop");
    }

    private static ObjectNode event(int signals, int textLength) {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("text", "x".repeat(textLength));
        ArrayNode many = event.putArray("many");
        for (int i = 0; i < signals; i++) {
            many.add("signal-" + i);
        }
        return event;
    }
}
