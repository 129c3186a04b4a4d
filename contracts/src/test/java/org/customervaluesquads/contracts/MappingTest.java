package org.customervaluesquads.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.customervaluesquads.contracts.Mapping.Mapped;
import org.customervaluesquads.contracts.Mapping.Parsed;
import org.junit.jupiter.api.Test;

class MappingTest {

    @Test
    void makesASignalThatNamesItsSource() {
        Mapping mapping = usable("{\"id\": .key, \"source\": \"somebody else\"}");

        Mapped mapped = mapping.apply(json("{\"key\": \"7\"}"), "crm");

        assertThat(mapped)
                .isInstanceOfSatisfying(
                        Mapped.Signals.class,
                        signals -> assertThat(signals.signals())
                                .hasToString("[" + json("{\"id\": \"7\", \"source\": \"crm\"}") + "]"));
    }

    @Test
    void makesSeveralSignalsOfOneEventOrNone() {
        Mapping mapping = usable("if (.skip) null else [for (.keys) {\"id\": .}]");

        Mapped several = mapping.apply(json("{\"keys\": [\"1\", \"2\"]}"), "crm");
        Mapped none = mapping.apply(json("{\"skip\": true}"), "crm");

        assertThat(((Mapped.Signals) several).signals()).hasSize(2);
        assertThat(((Mapped.Signals) none).signals()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithATemplateThatDoesNotParse() {
        Parsed parsed = Mapping.parse("{\"id\": ");

        assertThat(parsed)
                .isInstanceOfSatisfying(
                        Parsed.Broken.class,
                        broken -> assertThat(broken.reason()).startsWith("does not parse: "));
    }

    @Test
    void saysWhyATemplateFailsOnAnEvent() {
        Mapping mapping = usable("{\"id\": parse-time(.at, \"yyyy\")}");

        Mapped mapped = mapping.apply(json("{\"at\": \"not a year\"}"), "crm");

        assertThat(mapped)
                .isInstanceOfSatisfying(
                        Mapped.Failed.class,
                        failed -> assertThat(failed.reason()).startsWith("fails: "));
    }

    @Test
    void survivesATemplateThatDividesByZero() {
        Mapping mapping = usable("{\"id\": 1 / .n}");

        Mapped mapped = mapping.apply(json("{\"n\": 0}"), "crm");

        assertThat(mapped).isInstanceOf(Mapped.Failed.class);
    }

    @Test
    void survivesATemplateThatNeverEnds() {
        Mapping mapping = usable("def f(x) f($x) {\"id\": f(1)}");

        Mapped mapped = mapping.apply(json("{}"), "crm");

        assertThat(mapped).isEqualTo(new Mapped.Failed("fails: nested too deep"));
    }

    @Test
    void readsADecimalAsExactlyTheNumberThatItShows() {
        Mapping mapping = usable("{\"amount\": decimal(.amount)}");

        Mapped mapped = mapping.apply(json("{\"amount\": \"-7.560\"}"), "crm");

        assertThat(((Mapped.Signals) mapped).signals()).hasToString("[{\"amount\":-7.560,\"source\":\"crm\"}]");
    }

    @Test
    void saysThatATextIsNoDecimal() {
        Mapping mapping = usable("{\"amount\": decimal(.amount)}");

        Mapped mapped = mapping.apply(json("{\"amount\": \"a lot\"}"), "crm");

        assertThat(mapped)
                .isInstanceOfSatisfying(
                        Mapped.Failed.class,
                        failed -> assertThat(failed.reason()).contains("not a number: \"a lot\""));
    }

    @Test
    void takesNothingButObjectsForSignals() {
        Mapped mapped = usable("\"text\"").apply(json("{}"), "crm");

        assertThat(mapped).isEqualTo(new Mapped.Failed("must give an object, an array of objects, or null"));
    }

    private static Mapping usable(String template) {
        return ((Parsed.Usable) Mapping.parse(template)).mapping();
    }

    private static JsonNode json(String json) {
        try {
            return MessageJson.mapper().readTree(json);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }
}
