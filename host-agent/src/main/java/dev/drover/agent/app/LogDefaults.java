package dev.drover.agent.app;

import java.util.Map;

/** How slf4j-simple writes unless the command line says otherwise. To be applied before anything is logged. */
final class LogDefaults {
    private static final String PREFIX = "org.slf4j.simpleLogger.";
    private static final Map<String, String> DEFAULTS = Map.of(
            "showDateTime", "true",
            "dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
            "levelInBrackets", "true",
            "showThreadName", "false",
            "showShortLogName", "true",
            "log.org.apache.kafka", "warn",
            "log.akka", "warn");

    private LogDefaults() {}

    static void apply() {
        DEFAULTS.forEach((name, value) -> {
            if (System.getProperty(PREFIX + name) == null) {
                System.setProperty(PREFIX + name, value);
            }
        });
    }
}
