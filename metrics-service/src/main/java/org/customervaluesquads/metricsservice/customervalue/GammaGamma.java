package org.customervaluesquads.metricsservice.customervalue;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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
        List<Spending> byPurchases = spending.stream()
                .sorted(Comparator.comparingDouble(Spending::purchases))
                .toList();
        double typical = spending.stream().mapToDouble(Spending::mean).average().orElse(1);
        Likelihood.Top top = Likelihood.climb(
                parameters -> of(parameters).logLikelihood(byPurchases), new double[] {START_P, START_Q, typical});
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
        double constant = q * Math.log(v) - Gamma.logGamma(q);
        double sum = 0;
        double ofPurchases = 0;
        double before = Double.NaN;
        for (Spending one : spending) {
            double shape = p * one.purchases();
            if (one.purchases() != before) { // dear, and the same for many in a row
                ofPurchases = Gamma.logGamma(shape + q) - Gamma.logGamma(shape) + shape * Math.log(one.purchases());
                before = one.purchases();
            }
            double ofMean =
                    (shape - 1) * Math.log(one.mean()) - (shape + q) * Math.log(v + one.purchases() * one.mean());
            sum += one.customers() * (constant + ofPurchases + ofMean);
        }
        return sum;
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
