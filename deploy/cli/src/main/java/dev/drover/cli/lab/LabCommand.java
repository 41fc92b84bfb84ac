package dev.drover.cli.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** {@code drover lab}: hands everything on to the lab's own script. */
@Command(
        name = "lab",
        description = "Real libvirt hosts on this machine: prepare, up, down, status and more (drover lab help).")
public final class LabCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "ARGUMENT", description = "what the lab shall do")
    private List<String> arguments = List.of("help");

    @Unmatched
    private List<String> options = new ArrayList<>(); // picocli adds to it

    @Override
    public Integer call() {
        return Lab.here()
                .show(Stream.concat(arguments.stream(), options.stream()).toList());
    }
}
