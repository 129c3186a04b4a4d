package org.customervaluesquads.metricsservice.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.jspecify.annotations.Nullable;

/**
 * A log-likelihood of positive parameters made as large as it gets, with the parameters' standard errors from the curvature
 * at the top (the observed information). The search runs over the logarithms of the parameters (Nelder and Mead 1965), so
 * that it cannot leave the positive numbers, and is begun anew from where it ended until that gains nothing.
 */
public final class Likelihood {

    private static final int EVALUATIONS_AT_MOST = 20_000;
    private static final int STARTS_AT_MOST = 12;
    private static final double SMALLEST_GAIN = 1e-9;
    private static final double FIRST_STEP = 0.5;
    private static final double STEP_OF_CURVATURE = 1e-3;

    private Likelihood() {}

    /**
     * The top of a likelihood.
     *
     * @param standardErrors of the parameters, in their units; absent where the likelihood is flat at its top, which means
     *     that the facts do not tell the parameters apart
     */
    @SuppressWarnings("ArrayRecordComponent") // numbers in bulk, which nobody compares
    public record Top(double[] parameters, double @Nullable [] standardErrors, double logLikelihood) {}

    /** Climbs from these parameters; what the likelihood cannot take must be minus infinity. */
    public static Top climb(ToDoubleFunction<double[]> logLikelihood, double[] from) {
        ToDoubleFunction<double[]> ofLogarithms = logarithms -> {
            double value = logLikelihood.applyAsDouble(exponentials(logarithms));
            return Double.isFinite(value) ? value : -Double.MAX_VALUE;
        };
        double[] at = Arrays.stream(from).map(Math::log).toArray();
        double top = ofLogarithms.applyAsDouble(at);
        for (int start = 0; start < STARTS_AT_MOST; start++) {
            PointValuePair end = search(ofLogarithms, at);
            double gain = end.getValue() - top;
            at = end.getPoint();
            top = end.getValue();
            if (gain < SMALLEST_GAIN * Math.abs(top)) {
                break;
            }
        }
        return new Top(exponentials(at), standardErrors(ofLogarithms, at), top);
    }

    /** Where a search from a point ends; a search that does not end has gained nothing. */
    private static PointValuePair search(ToDoubleFunction<double[]> goal, double[] from) {
        try {
            return climbed(goal, from);
        } catch (MathRuntimeException endless) {
            return new PointValuePair(from, goal.applyAsDouble(from));
        }
    }

    private static PointValuePair climbed(ToDoubleFunction<double[]> goal, double[] from) {
        return new SimplexOptimizer(new SimpleValueChecker(1e-13, 1e-10))
                .optimize(
                        new MaxEval(EVALUATIONS_AT_MOST),
                        new ObjectiveFunction(goal::applyAsDouble),
                        GoalType.MAXIMIZE,
                        new InitialGuess(from),
                        new NelderMeadSimplex(from.length, FIRST_STEP));
    }

    private static double[] exponentials(double[] logarithms) {
        return Arrays.stream(logarithms).map(Math::exp).toArray();
    }

    private static double @Nullable [] standardErrors(ToDoubleFunction<double[]> goal, double[] top) {
        RealMatrix information = MatrixUtils.createRealMatrix(top.length, top.length);
        for (int i = 0; i < top.length; i++) {
            for (int j = 0; j <= i; j++) {
                double curvature = -curvature(goal, top, i, j);
                information.setEntry(i, j, curvature);
                information.setEntry(j, i, curvature);
            }
        }
        try {
            RealMatrix covariance = new LUDecomposition(information).getSolver().getInverse();
            double[] errors = new double[top.length];
            for (int i = 0; i < top.length; i++) {
                errors[i] = Math.exp(top[i]) * Math.sqrt(covariance.getEntry(i, i));
            }
            return Arrays.stream(errors).allMatch(Double::isFinite) ? errors : null;
        } catch (MathRuntimeException flat) {
            return null;
        }
    }

    private static double curvature(ToDoubleFunction<double[]> goal, double[] at, int i, int j) {
        double h = STEP_OF_CURVATURE;
        return (moved(goal, at, i, h, j, h)
                        - moved(goal, at, i, h, j, -h)
                        - moved(goal, at, i, -h, j, h)
                        + moved(goal, at, i, -h, j, -h))
                / (4 * h * h);
    }

    private static double moved(ToDoubleFunction<double[]> goal, double[] at, int i, double by, int j, double too) {
        double[] moved = at.clone();
        moved[i] += by;
        moved[j] += too;
        return goal.applyAsDouble(moved);
    }
}
