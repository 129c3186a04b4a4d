package org.customervaluesquads.metricsservice.lab.rest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.customervaluesquads.metricsservice.attribution.rest.AttributionView;
import org.customervaluesquads.metricsservice.customervalue.rest.CustomerValueView;
import org.customervaluesquads.metricsservice.experiments.rest.EvidenceView;
import org.customervaluesquads.metricsservice.impact.rest.ImpactView;
import org.customervaluesquads.metricsservice.lab.AttributionBench;
import org.customervaluesquads.metricsservice.lab.ExperimentBench;
import org.customervaluesquads.metricsservice.lab.ImpactBench;
import org.customervaluesquads.metricsservice.lab.Question;
import org.customervaluesquads.metricsservice.lab.ValueBench;
import org.customervaluesquads.metricsservice.lab.text.Tables;

/** The benches, each from a text to what is answered. */
public enum Bench {
    IMPACT,
    ATTRIBUTION,
    CUSTOMER_VALUE,
    EXPERIMENT;

    /** The bench's name, as users write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The bench of a name. */
    public static Optional<Bench> called(String word) {
        return Arrays.stream(values())
                .filter(bench -> bench.word().equals(word))
                .findFirst();
    }

    /** The names of all. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Bench::word).toList();
    }

    /** Answers for a text in CSV or JSON; options in the text give way to these. */
    public Object answer(String text, Map<String, String> options) {
        Tables.Brought brought = Tables.read(text);
        Map<String, String> all = new LinkedHashMap<>(brought.options());
        all.putAll(options);
        Question question = new Question(brought.table(), all);
        return switch (this) {
            case IMPACT -> ImpactView.of(ImpactBench.of(question));
            case ATTRIBUTION -> AttributionView.of(AttributionBench.of(question));
            case CUSTOMER_VALUE -> {
                ValueBench.Answer answer = ValueBench.of(question);
                yield CustomerValueView.of(answer.value(), answer.calibration(), answer.shown());
            }
            case EXPERIMENT -> {
                ExperimentBench.Answer answer = ExperimentBench.of(question);
                yield EvidenceView.of(answer.evidence(), answer.plan());
            }
        };
    }
}
