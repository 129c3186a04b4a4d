package org.customervaluesquads.metricsservice.customervalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Figures of Fader, Hardie and Lee (2005) and of CLVTools' tests, at the published estimates; times in weeks. */
class BgNbdTest {

    private static final BgNbd PUBLISHED = new BgNbd(.2426, 4.4135, .7929, 2.4258);
    private static final BgNbd ROUNDED = new BgNbd(.243, 4.414, .793, 2.426);
    private static final Purchases FIRST_CUSTOMER = Purchases.of(2, 30.43, 38.86);

    @Test
    void expectsWhatACustomerBuys() {
        assertThat(PUBLISHED.expected(FIRST_CUSTOMER, 39)).isCloseTo(1.226, within(5e-4));
    }

    @Test
    void saysWhetherACustomerIsAlive() {
        assertThat(PUBLISHED.alive(FIRST_CUSTOMER)).isCloseTo(.7266, within(5e-5));
        assertThat(PUBLISHED.alive(Purchases.of(0, 0, 38.86))).isEqualTo(1);
    }

    @Test
    void saysHowLikelySoManyPurchasesAre() {
        assertThat(ROUNDED.probability(0, 39)).isCloseTo(.5737864, within(5e-8));
        assertThat(ROUNDED.probability(10, 2)).isCloseTo(1.07869e-07, within(5e-13));
    }

    @Test
    void addsProbabilitiesUpToOne() {
        double sum = 0;
        for (int repeats = 0; repeats < 2_000; repeats++) {
            sum += ROUNDED.probability(repeats, 39);
        }

        assertThat(sum).isCloseTo(1, within(1e-9));
    }

    @Test
    void takesAThousandPurchasesWithoutOverflow() {
        Purchases gone = Purchases.of(1000, 10, 100);

        assertThat(PUBLISHED.alive(gone)).isCloseTo(0, within(1e-12));
        assertThat(PUBLISHED.expected(gone, 39)).isCloseTo(0, within(1e-9));
        assertThat(PUBLISHED.expected(Purchases.of(1000, 100, 100), 39)).isBetween(100.0, 400.0);
        assertThat(PUBLISHED.logLikelihood(List.of(gone))).isFinite();
    }

    @Test
    void expectsSomethingOfCustomersWhoLeaveAtOnceOrNever() {
        List<Purchases> histories =
                List.of(new Purchases(0, 0, 30, 20), new Purchases(1, 2, 30, 40), new Purchases(9, 30, 30, 40));

        BgNbd model = BgNbd.fit(histories).model();

        assertThat(model.expected(Purchases.of(0, 0, 30), 13)).isFinite().isPositive();
        assertThat(model.expected(Purchases.of(9, 30, 30), 13)).isBetween(1.0, 10.0);
        assertThat(model.expected(Purchases.of(1, 2, 30), 13)).isBetween(0.0, 0.5);
        assertThat(new BgNbd(1, 10, 1e-6, 1e-6).expectedOfNew(13)).isFinite().isPositive();
        assertThat(new BgNbd(1, 10, 0.25, 0.75).expectedOfNew(13)).isFinite().isPositive();
    }

    @Test
    void expectsAtAnAOfOneWhatItExpectsBesideIt() {
        double beside = new BgNbd(.2426, 4.4135, 1.00001, 2.4258).expected(FIRST_CUSTOMER, 39);

        assertThat(new BgNbd(.2426, 4.4135, 1, 2.4258).expected(FIRST_CUSTOMER, 39))
                .isCloseTo(beside, within(1e-4));
    }

    @Test
    void weighsEqualHistoriesAsManyTimesAsThereAreCustomers() {
        List<Purchases> plain = List.of(FIRST_CUSTOMER, FIRST_CUSTOMER, FIRST_CUSTOMER, Purchases.of(0, 0, 20));
        List<Purchases> weighted = List.of(new Purchases(2, 30.43, 38.86, 3), Purchases.of(0, 0, 20));

        assertThat(PUBLISHED.logLikelihood(weighted)).isCloseTo(PUBLISHED.logLikelihood(plain), within(1e-9));
    }

    @Test
    void findsTheParametersThatMadeTheHistories() {
        BgNbd truth = new BgNbd(.8, 6, .6, 2.5);

        Fitted<BgNbd> fitted = BgNbd.fit(simulated(truth, 4_000));

        double[] errors = fitted.standardErrors();
        assertThat(errors).isNotNull();
        assertThat(fitted.model().r()).isCloseTo(truth.r(), within(4 * errors[0]));
        assertThat(fitted.model().alpha()).isCloseTo(truth.alpha(), within(4 * errors[1]));
        assertThat(fitted.model().a()).isCloseTo(truth.a(), within(4 * errors[2]));
        assertThat(fitted.model().b()).isCloseTo(truth.b(), within(4 * errors[3]));
    }

    private static List<Purchases> simulated(BgNbd truth, int customers) {
        SplittableRandom random = new SplittableRandom(7);
        List<Purchases> histories = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            double rate = gamma(random, truth.r()) / truth.alpha();
            double leaving = gamma(random, truth.a());
            leaving /= leaving + gamma(random, truth.b());
            histories.add(lived(random, rate, leaving, 20 + 32 * random.nextDouble()));
        }
        return histories;
    }

    private static Purchases lived(SplittableRandom random, double rate, double leaving, double watched) {
        double at = random.nextExponential() / rate;
        double last = 0;
        int repeats = 0;
        while (at < watched) {
            last = at;
            repeats++;
            if (random.nextDouble() < leaving) {
                break;
            }
            at += random.nextExponential() / rate;
        }
        return Purchases.of(repeats, last, watched);
    }

    private static double gamma(SplittableRandom random, double shape) {
        return new org.hipparchus.distribution.continuous.GammaDistribution(shape, 1)
                .inverseCumulativeProbability(random.nextDouble());
    }
}
