package org.customervaluesquads.metricsservice.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.customervaluesquads.metricsservice.fixture.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** California's tobacco law of 1989, table 1 of Arkhangelsky and others (2021); packs a head and year. */
class Prop99Test {

    @ParameterizedTest
    @CsvSource({
        "SYNTHETIC_DIFFERENCE_IN_DIFFERENCES, -15.6",
        "SYNTHETIC_CONTROL, -19.6",
        "DIFFERENCE_IN_DIFFERENCES, -27.3"
    })
    void estimatesWhatTheLawDid(Method method, double published) throws IOException {
        Counterfactual california = Counterfactual.of(method, california());
        assertThat(california.effect()).isCloseTo(published, within(.05));
    }

    @Test
    void findsTheStandardErrorAmongTheOtherStates() throws IOException {
        Placebos placebos = Placebos.of(Method.SYNTHETIC_DIFFERENCE_IN_DIFFERENCES, california(), 200, 1);

        assertThat(placebos.standardError()).isCloseTo(8.4, within(2.0));
    }

    @Test
    void callsTheLawsEffectReal() throws IOException {
        Impact impact = Impact.of(california(), 1);

        assertThat(impact).isInstanceOfSatisfying(Impact.Found.class, found -> {
            assertThat(found.main().isReal()).isTrue();
            assertThat(found.main().interval().holds(-15.6)).isTrue();
            assertThat(found.main().interval().holds(0)).isFalse();
            assertThat(found.main().unitWeights()).containsKey("Nevada");
        });
    }

    static Panel california() throws IOException {
        Map<String, double[]> states = new TreeMap<>();
        for (String line : Files.readAllLines(SharedFiles.orSkip("prop99/california_prop99.csv"))
                .subList(1, 1210)) {
            String[] cells = line.split(";");
            states.computeIfAbsent(cells[0], state -> new double[31])[Integer.parseInt(cells[1]) - 1970] =
                    Double.parseDouble(cells[2]);
        }
        double[] california = states.remove("California");
        List<String> units = new ArrayList<>(states.keySet());
        List<double[]> rows = new ArrayList<>(states.values());
        units.add("California");
        rows.add(california);
        List<String> years = java.util.stream.IntStream.rangeClosed(1970, 2000)
                .mapToObj(String::valueOf)
                .toList();
        return new Panel(units, years, rows.toArray(double[][]::new), 38, 19);
    }
}
