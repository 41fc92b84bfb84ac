package dev.drover.bench.predict;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drover.schema.forecast.Forecast;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** All that {@code bench predict} says: how far each model was off. */
public final class PredictReport {
    private static final double NANOS_A_SECOND = 1e9;
    private static final double THOUSANDTHS = 1000;

    private final List<Prediction> predictions;
    private final Duration downtimeLimit;
    private final Map<String, ToDoubleFunction<Prediction>> models = new LinkedHashMap<>();

    private PredictReport(List<Prediction> predictions, Duration downtimeLimit) {
        this.predictions = predictions;
        this.downtimeLimit = downtimeLimit;
        models.put("drover", prediction -> seconds(prediction.bare()));
        models.put("drover_calibrated", prediction -> seconds(prediction.calibrated()));
        models.put("memory_over_bandwidth", prediction -> Rules.memoryOverBandwidth(prediction.migration()));
        models.put("constant_dirty_rate", prediction -> Rules.constantDirtyRate(prediction.migration(), downtimeLimit));
    }

    /** Of these migrations, with the limit that the hypervisor had for stopping a guest. */
    public static PredictReport of(List<Migration> migrations, Duration downtimeLimit) {
        return new PredictReport(Replay.of(migrations, downtimeLimit), downtimeLimit);
    }

    /** For programs. A model that had nothing to forecast has {@code null} for figures. */
    public String json() {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("n", predictions.size());
        ObjectNode scores = report.putObject("models");
        models.forEach((name, forecast) -> {
            ObjectNode figures = scores.putObject(name).putNull("mape_pct").putNull("bias_pct");
            Score.of(predictions, forecast)
                    .ifPresent(score -> figures.put("mape_pct", rounded(score.mapePercent()))
                            .put("bias_pct", rounded(score.biasPercent())));
        });
        return report.toString();
    }

    /** For people. */
    public List<String> lines() {
        if (predictions.isEmpty()) {
            return List.of("the file names columns and no migrations: there is nothing to forecast");
        }
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%-24s%10s%10s", "model", "MAPE %", "bias %"));
        models.forEach((name, forecast) -> Score.of(predictions, forecast)
                .ifPresent(score -> lines.add(String.format(
                        Locale.ROOT, "%-24s%10.2f%10.2f", name, score.mapePercent(), score.biasPercent()))));
        lines.add(predictions.size() + " migrations, " + calibrated() + " of them forecast by experience");
        lines.add("a guest may be stopped for " + downtimeLimit.toMillis() + " ms (--downtime-limit-ms)");
        return List.copyOf(lines);
    }

    private long calibrated() {
        return predictions.stream()
                .filter(prediction -> !prediction.bare().equals(prediction.calibrated()))
                .count();
    }

    private static double seconds(Forecast forecast) {
        return forecast.time().toNanos() / NANOS_A_SECOND;
    }

    private static double rounded(double percent) {
        return Math.round(percent * THOUSANDTHS) / THOUSANDTHS;
    }
}
