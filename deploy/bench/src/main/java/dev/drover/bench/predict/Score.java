package dev.drover.bench.predict;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How far forecasts were off, in per cent of the time taken.
 *
 * @param mapePercent on the average, whichever way
 * @param biasPercent on the average, too long above zero
 */
record Score(double mapePercent, double biasPercent) {
    private static final double PERCENT = 100;

    /** None for no forecasts. */
    static Optional<Score> of(List<Prediction> predictions, ToDoubleFunction<Prediction> forecastSeconds) {
        double[] errors = predictions.stream()
                .mapToDouble(prediction -> {
                    double took = prediction.migration().tookSeconds();
                    return PERCENT * (forecastSeconds.applyAsDouble(prediction) - took) / took;
                })
                .toArray();
        return errors.length == 0 ? Optional.empty() : Optional.of(of(errors));
    }

    private static Score of(double[] errors) {
        double off = 0;
        double sum = 0;
        for (double error : errors) {
            off += Math.abs(error);
            sum += error;
        }
        return new Score(off / errors.length, sum / errors.length);
    }
}
