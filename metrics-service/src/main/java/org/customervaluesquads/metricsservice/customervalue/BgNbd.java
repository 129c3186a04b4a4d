package org.customervaluesquads.metricsservice.customervalue;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.customervaluesquads.metricsservice.statistics.Likelihood;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/**
 * The BG/NBD model of how often customers come back (Fader, Hardie and Lee 2005, "Counting your customers the easy way").
 * While alive, a customer buys at a rate of its own (gamma over customers, shape r, rate alpha in the unit of time); after
 * each purchase it leaves for good with a probability of its own (beta over customers, a and b). It asks that customers
 * are independent, that rates do not change with time, and that nobody leaves but after a repeat purchase.
 *
 * @param alpha in the unit of time of the histories
 */
public record BgNbd(double r, double alpha, double a, double b) {

    private static final double[] START = {1, 1, 1, 1};
    private static final double PARAMETER_AT_MOST = 1e6;
    private static final double PARAMETER_AT_LEAST = 1e-6;

    /** The model that makes these histories most likely. */
    public static Fitted<BgNbd> fit(Collection<Purchases> histories) {
        List<Purchases> byRepeats = histories.stream()
                .sorted(Comparator.comparingDouble(Purchases::repeats))
                .toList();
        Likelihood.Top top = Likelihood.climb(parameters -> of(parameters).logLikelihood(byRepeats), start(histories));
        return new Fitted<>(of(top.parameters()), top);
    }

    private static double[] start(Collection<Purchases> histories) {
        double[] start = START.clone();
        start[1] = histories.stream().mapToDouble(Purchases::watched).max().orElse(1) / 10 + Double.MIN_NORMAL;
        return start;
    }

    private static BgNbd of(double[] parameters) {
        return new BgNbd(parameters[0], parameters[1], parameters[2], parameters[3]);
    }

    /** The log-likelihood of all these histories together. */
    public double logLikelihood(Collection<Purchases> histories) {
        if (Math.max(Math.max(r, alpha), Math.max(a, b)) > PARAMETER_AT_MOST) {
            return Double.NEGATIVE_INFINITY; // a ridge without an end: all customers alike
        }
        if (Math.min(Math.min(r, alpha), Math.min(a, b)) < PARAMETER_AT_LEAST) {
            return Double.NEGATIVE_INFINITY; // another: each customer leaves at once, or never
        }
        double constant = r * Math.log(alpha) - Gamma.logGamma(r) + Gamma.logGamma(a + b) - Gamma.logGamma(b);
        double sum = 0;
        double ofRepeats = 0;
        double before = Double.NaN;
        for (Purchases history : histories) {
            double x = history.repeats();
            if (x != before) { // dear, and the same for many in a row
                ofRepeats = Gamma.logGamma(r + x) + Gamma.logGamma(b + x) - Gamma.logGamma(a + b + x);
                before = x;
            }
            sum += history.customers() * (constant + ofRepeats + ofTimes(history));
        }
        return sum;
    }

    private double ofTimes(Purchases history) {
        double x = history.repeats();
        double alive = -(r + x) * Math.log(alpha + history.watched());
        return x == 0 ? alive : alive + log1pExp(logOddsOfGone(history));
    }

    /** How likely a customer with this history has not left. */
    public double alive(Purchases history) {
        return history.repeats() == 0 ? 1 : 1 / (1 + Math.exp(logOddsOfGone(history)));
    }

    private double logOddsOfGone(Purchases history) {
        double x = history.repeats();
        return Math.log(a / (b + x - 1))
                + (r + x) * (Math.log(alpha + history.watched()) - Math.log(alpha + history.lastAt()));
    }

    /** log(1 + e^x), without overflow. */
    private static double log1pExp(double x) {
        return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    }

    /** How many purchases a new customer is expected to repeat within a time. */
    public double expectedOfNew(double time) {
        return expected(0, 0, time);
    }

    /** How many purchases a customer with this history is expected to make within a time from now. */
    public double expected(Purchases history, double time) {
        return expected(history.repeats(), history.watched(), time) * alive(history);
    }

    /**
     * The expectation of one who is alive. With Euler's transformation of the hypergeometric function the power in front
     * of it and the one within it cancel to (1 - z)^(a - 1): nothing overflows, however many purchases there are.
     */
    private double expected(double x, double watched, double time) {
        double shape = Math.abs(a - 1) < Hypergeometric.NEAR ? 1 + Hypergeometric.NEAR : a;
        double z = time / (alpha + watched + time);
        double sum = shape + b + x - 1;
        double c = Math.abs(sum) < Hypergeometric.NEAR ? Hypergeometric.NEAR : sum;
        double left = Math.pow(1 - z, shape - 1) * Hypergeometric.of(c - r - x, shape - 1, c, z);
        return c / (shape - 1) * (1 - left);
    }

    /** How likely a new customer repeats so many purchases within a time. */
    public double probability(int repeats, double time) {
        double z = time / (alpha + time);
        double stays = Math.exp(Beta.logBeta(a, b + repeats)
                - Beta.logBeta(a, b)
                + Gamma.logGamma(r + repeats)
                - Gamma.logGamma(r)
                - Gamma.logGamma(repeats + 1.0)
                + r * Math.log1p(-z)
                + repeats * Math.log(z));
        if (repeats == 0) {
            return stays;
        }
        double leaves = Math.exp(Beta.logBeta(a + 1, b + repeats - 1) - Beta.logBeta(a, b));
        return stays + leaves * Beta.regularizedBeta(z, repeats, r);
    }
}
