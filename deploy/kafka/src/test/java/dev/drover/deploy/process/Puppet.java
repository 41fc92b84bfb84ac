package dev.drover.deploy.process;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A main class that does what its arguments say, one after the other, each {@code verb} or {@code verb=object}. */
public final class Puppet {
    private Puppet() {}

    public static void main(String[] args) {
        for (String arg : args) {
            String[] parts = arg.split("=", 2);
            act(parts[0], parts.length == 2 ? parts[1] : "");
        }
    }

    private static void act(String verb, String object) {
        switch (verb) {
            case "say" -> System.out.println(object);
            case "complain" -> System.err.println(object);
            case "say-pid" ->
                System.out.println(object + ProcessHandle.current().pid());
            case "say-variable" -> System.out.println(System.getenv(object));
            case "start-child" -> startChild(Path.of(object));
            case "on-end-complain" -> onEnd(() -> System.err.println(object));
            case "on-end-hang" -> onEnd(Puppet::hang);
            case "fail" -> throw new IllegalStateException(object);
            case "exit" -> System.exit(Integer.parseInt(object));
            case "wait" -> hang();
            default -> throw new IllegalArgumentException(verb);
        }
    }

    private static void startChild(Path log) {
        ChildJvm child = ChildJvm.start(JvmCommand.of(Puppet.class, "wait"), log);
        System.out.println("READY " + child.pid());
    }

    private static void onEnd(Runnable what) {
        Runtime.getRuntime().addShutdownHook(new Thread(what));
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
