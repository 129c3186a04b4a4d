package org.customervaluesquads.metricsservice.customervalue;

import java.util.Collection;
import org.customervaluesquads.metricsservice.statistics.Likelihood;
import org.hipparchus.special.Gamma;

/**
 * The Gamma-Gamma model of what purchases are worth (Fader and Hardie 2013, "The Gamma-Gamma model of monetary value"). A
 * customer's purchases vary around its own mean (gamma, shape p), and the means vary over customers (inverse gamma, q and
 * v). It asks that what a purchase is worth has nothing to do with how often one buys.
 *
 * @param v in the currency
 */
public record GammaGamma(double p, double q, double v) {

    private static final double START_P = 2;
    private static final double START_Q = 3;
    private static final double PARAMETER_AT_MOST = 1e9;

    /** The model that makes this spending most likely. */
    public static Fitted<GammaGamma> fit(Collection<Spending> spending) {
        double typical = spending.stream().mapToDouble(Spending::mean).average().orElse(1);
        Likelihood.Top top = Likelihood.climb(
                parameters -> of(parameters).logLikelihood(spending), new double[] {START_P, START_Q, typical});
        return new Fitted<>(of(top.parameters()), top);
    }

    private static GammaGamma of(double[] parameters) {
        return new GammaGamma(parameters[0], parameters[1], parameters[2]);
    }

    /** The log-likelihood of all this spending together. */
    public double logLikelihood(Collection<Spending> spending) {
        if (Math.max(p, Math.max(q, v)) > PARAMETER_AT_MOST) {
            return Double.NEGATIVE_INFINITY;
        }
        double sum = 0;
        for (Spending one : spending) {
            sum += one.customers() * logLikelihood(one);
        }
        return sum;
    }

    private double logLikelihood(Spending spending) {
        double shape = p * spending.purchases();
        return Gamma.logGamma(shape + q)
                - Gamma.logGamma(shape)
                - Gamma.logGamma(q)
                + q * Math.log(v)
                + (shape - 1) * Math.log(spending.mean())
                + shape * Math.log(spending.purchases())
                - (shape + q) * Math.log(v + spending.purchases() * spending.mean());
    }

    /** Whether customers have a mean at all: with so heavy a tail that they have none, nothing can be expected. */
    public boolean hasMean() {
        return q > 1;
    }

    /** What a purchase of a customer with this spending is expected to be worth: between its own mean and all others'. */
    public double expected(double purchases, double mean) {
        return p * (v + purchases * mean) / (p * purchases + q - 1);
    }

    /** What a purchase of a customer of whom nothing is known is expected to be worth. */
    public double expectedOfNew() {
        return p * v / (q - 1);
    }
}
