package dev.drover.bench;

import dev.drover.bench.result.ResultJson;
import dev.drover.bench.result.Settings;
import dev.drover.bench.result.SizeResult;
import dev.drover.bench.run.SizeBench;
import java.nio.file.Path;

/** The main class of the JVM that measures one size: says how it goes, and at last the result. */
public final class SizeMain {
    /** What stands before the result on its line. */
    static final String RESULT = "RESULT ";

    private SizeMain() {}

    /** For the arguments see {@link #words}. */
    public static void main(String[] args) {
        Settings settings = new Settings(Integer.parseInt(args[2]), Integer.parseInt(args[3]), Long.parseLong(args[4]));
        Path kafka = Path.of(args[0]).resolve("kafka");
        SizeResult result = SizeBench.run(kafka, Integer.parseInt(args[1]), settings, System.out::println);
        System.out.println(RESULT + ResultJson.write(result));
        System.exit(0);
    }

    /** The arguments of a JVM that measures a fleet of {@code vms} in {@code folder}. */
    static String[] words(Path folder, int vms, Settings settings) {
        return new String[] {
            folder.toString(),
            Integer.toString(vms),
            Integer.toString(settings.seconds()),
            Integer.toString(settings.rounds()),
            Long.toString(settings.seed())
        };
    }
}
