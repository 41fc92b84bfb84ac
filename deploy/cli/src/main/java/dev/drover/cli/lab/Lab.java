package dev.drover.cli.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The lab's script, {@code deploy/lab/lab}. */
public final class Lab {
    private final Path script;
    private final Map<String, String> environment;

    private Lab(Path script, Map<String, String> environment) {
        this.script = script;
        this.environment = Map.copyOf(environment);
    }

    /** The lab of this installation: {@code deploy/bin/drover} says where that is. */
    public static Lab here() {
        return of(Path.of(System.getProperty("drover.home", ".")));
    }

    /** The lab of this checkout. */
    public static Lab of(Path home) {
        Path script = home.resolve("deploy/lab/lab").toAbsolutePath().normalize();
        if (!Files.isExecutable(script)) {
            throw new LabException(script + " is missing: start Drover by deploy/bin/drover of a complete checkout", 3);
        }
        return new Lab(script, Map.of());
    }

    /** A lab of its own beside the standard one: other names, other networks, the same image. */
    public Lab named(String name, String managementNet, String dataNet) {
        return new Lab(script, Map.of("LAB_NAME", name, "LAB_MGMT_NET", managementNet, "LAB_DATA_NET", dataNet));
    }

    /** Runs a command of the lab on this terminal and gives its exit code. */
    public int show(List<String> arguments) {
        return finish(start(arguments, ProcessBuilder.Redirect.INHERIT));
    }

    /** Runs a command of the lab that must succeed, and gives what it printed. */
    public String run(String... arguments) {
        return run(List.of(0), arguments);
    }

    /** What the guests, or those the lab knows of, say about themselves: an array with a verdict each. */
    public JsonNode check() {
        return tree(run(List.of(0, 1), "vm", "check", "--json"));
    }

    private String run(List<Integer> expected, String... arguments) {
        Process process = start(List.of(arguments), ProcessBuilder.Redirect.PIPE);
        try {
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = finish(process);
            if (!expected.contains(code)) {
                throw new LabException("lab " + String.join(" ", arguments) + " failed with exit code " + code, code);
            }
            return out;
        } catch (IOException broken) {
            throw new LabException("lab " + String.join(" ", arguments) + ": " + broken.getMessage(), 1);
        }
    }

    /** Its hosts. */
    public List<LabHost> hosts() {
        return StreamSupport.stream(status().path("hosts").spliterator(), false)
                .map(LabHost::of)
                .toList();
    }

    /** The address of this machine as the hosts reach it. */
    public String machineIp() {
        return status().path("machineIp").asText();
    }

    private JsonNode status() {
        return tree(run("status", "--json"));
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException notJson) {
            throw new LabException("the lab printed no JSON: " + notJson.getMessage(), 1);
        }
    }

    /** The words that put a command on a host's network. */
    public List<String> prefix(LabHost host) {
        List<String> words = new ArrayList<>(List.of("/usr/bin/env"));
        environment.forEach((name, value) -> words.add(name + "=" + value));
        words.addAll(List.of(script.toString(), "run", host.host().value()));
        return words;
    }

    private Process start(List<String> arguments, ProcessBuilder.Redirect out) {
        List<String> words = new ArrayList<>();
        words.add(script.toString());
        words.addAll(arguments);
        try {
            ProcessBuilder builder = new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(out);
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException missing) {
            throw new LabException(script + " can't be run: " + missing.getMessage(), 1);
        }
    }

    private static int finish(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new LabException("interrupted while the lab was working", 1);
        }
    }
}
