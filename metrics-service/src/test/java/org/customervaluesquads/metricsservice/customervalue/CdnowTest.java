package org.customervaluesquads.metricsservice.customervalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.customervaluesquads.metricsservice.fixture.SharedFiles;
import org.junit.jupiter.api.Test;

/** The published estimates of CDNOW's customers: Fader, Hardie and Lee (2005), Fader and Hardie (2013). */
class CdnowTest {

    @Test
    void fitsTheBgNbdOfCdnow() throws IOException {
        List<Purchases> histories = histories();

        Fitted<BgNbd> fitted = BgNbd.fit(histories);

        assertThat(histories).hasSize(2_357);
        assertThat(fitted.model().r()).isCloseTo(.2426, within(5e-5));
        assertThat(fitted.model().alpha()).isCloseTo(4.4135, within(5e-5));
        assertThat(fitted.model().a()).isCloseTo(.7929, within(5e-5));
        assertThat(fitted.top().logLikelihood()).isCloseTo(-9582.4256, within(5e-5));
    }

    /** The published b is 2.4258; the top is at 2.42574, where the likelihood is higher by half a millionth. */
    @Test
    void findsATopAtLeastAsHighAsTheBgNbdsThatIsPublished() throws IOException {
        List<Purchases> histories = histories();

        Fitted<BgNbd> fitted = BgNbd.fit(histories);

        assertThat(fitted.model().b()).isCloseTo(2.4258, within(1e-4));
        assertThat(fitted.top().logLikelihood())
                .isGreaterThan(new BgNbd(.2426, 4.4135, .7929, 2.4258).logLikelihood(histories));
    }

    @Test
    void expectsWhatANewCustomerRepeats() throws IOException {
        BgNbd cdnow = BgNbd.fit(histories()).model();

        double[] times = {.1429, 1, 3, 31.8571, 32};
        double[] published = {.0078, .0532, .1506, 1.0405, 1.0437};
        for (int i = 0; i < times.length; i++) {
            assertThat(cdnow.expectedOfNew(times[i])).as("week %s", times[i]).isCloseTo(published[i], within(5e-5));
        }
    }

    /** The published 1.8576 for week 78 is that of a series cut off after 150 terms; the whole series gives 1.8580. */
    @Test
    void expectsTheWholeSeriesWhereTheFigureIsThatOfACutOne() throws IOException {
        BgNbd cdnow = BgNbd.fit(histories()).model();

        assertThat(cutOffAfter(150, cdnow, 78)).isCloseTo(1.8576, within(5e-5));
        assertThat(cutOffAfter(10_000, cdnow, 78)).isCloseTo(cdnow.expectedOfNew(78), within(1e-9));
        assertThat(cdnow.expectedOfNew(78)).isCloseTo(1.8580, within(5e-5));
    }

    /** Equation 9 of the paper as it stands there, with the hypergeometric series cut off. */
    private static double cutOffAfter(int terms, BgNbd model, double time) {
        double c = model.a() + model.b() - 1;
        double z = time / (model.alpha() + time);
        double term = 1;
        double sum = 1;
        for (int n = 0; n < terms; n++) {
            term *= (model.r() + n) * (model.b() + n) / ((c + n) * (n + 1)) * z;
            sum += term;
        }
        return c / (model.a() - 1) * (1 - Math.pow(1 - z, model.r()) * sum);
    }

    @Test
    void fitsTheSameToHistoriesThatAreCounted() throws IOException {
        List<Purchases> counted = rows("cdnow/cdnow_customers_summary.csv").stream()
                .collect(Collectors.groupingBy(row -> List.of(row[1], row[2], row[3]), Collectors.counting()))
                .entrySet()
                .stream()
                .map(same -> new Purchases(
                        same.getKey().get(0),
                        same.getKey().get(1),
                        same.getKey().get(2),
                        same.getValue()))
                .toList();

        Fitted<BgNbd> fitted = BgNbd.fit(counted);

        assertThat(counted).hasSizeLessThan(2_000);
        assertThat(fitted.top().logLikelihood()).isCloseTo(-9582.4256, within(5e-5));
    }

    @Test
    void fitsTheGammaGammaOfCdnow() throws IOException {
        List<double[]> rows = rows("cdnow/cdnow_customers_summary_with_transactions.csv");
        List<Spending> spending = rows.stream()
                .filter(row -> row[1] > 0)
                .map(row -> new Spending(row[1], row[4], 1))
                .toList();

        Fitted<GammaGamma> fitted = GammaGamma.fit(spending);

        assertThat(spending).hasSize(946);
        assertThat(fitted.model().p()).isCloseTo(6.25, within(5e-3));
        assertThat(fitted.model().q()).isCloseTo(3.74, within(5e-3));
        assertThat(fitted.top().logLikelihood()).isCloseTo(-4055.92, within(5e-3));
        // The published v is 15.44; the top is at 15.448, and higher by a thousandth than at what is published.
        assertThat(fitted.model().v()).isCloseTo(15.44, within(1e-2));
        assertThat(fitted.top().logLikelihood())
                .isGreaterThan(new GammaGamma(6.25, 3.74, 15.44).logLikelihood(spending));
        double[] published = {24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17};
        for (int i = 0; i < published.length; i++) {
            double[] row = rows.get(i);
            double expected = fitted.model().expected(row[1], row[4]);
            assertThat(expected).as("customer %d", i + 1).isCloseTo(published[i], within(.1));
        }
    }

    private static List<Purchases> histories() throws IOException {
        return rows("cdnow/cdnow_customers_summary.csv").stream()
                .map(row -> Purchases.of(row[1], row[2], row[3]))
                .toList();
    }

    private static List<double[]> rows(String file) throws IOException {
        try (var lines = Files.lines(SharedFiles.orSkip(file))) {
            return lines.skip(1)
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        }
    }
}
