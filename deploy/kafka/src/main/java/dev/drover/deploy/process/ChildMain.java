package dev.drover.deploy.process;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.Arrays;

/**
 * The first main class of every child: runs the wanted one and ends the JVM in order (shutdown hooks run) when
 * standard input closes, be it by the parent's wish or by its death. So no main class needs to know its parent.
 */
final class ChildMain {
    /** How long shutdown hooks may take once the parent let go; then the JVM halts. */
    private static final Duration FAREWELL = Duration.ofSeconds(30);

    private ChildMain() {}

    /** The wanted main class and its arguments. */
    public static void main(String[] args) throws Throwable {
        MethodHandle wanted = MethodHandles.publicLookup()
                .findStatic(Class.forName(args[0]), "main", MethodType.methodType(void.class, String[].class));
        daemon("end-with-parent", ChildMain::endWithParent);
        wanted.invokeExact(Arrays.copyOfRange(args, 1, args.length));
    }

    private static void endWithParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            System.err.println("standard input is broken, which ends this process as its end would: " + broken);
        }
        daemon("halt", ChildMain::haltAfterFarewell);
        System.exit(0);
    }

    private static void haltAfterFarewell() {
        try {
            Thread.sleep(FAREWELL);
        } catch (InterruptedException nobodyInterrupts) {
            Thread.currentThread().interrupt();
        }
        System.err.println("shutdown took longer than " + FAREWELL + ": halted");
        Runtime.getRuntime().halt(1);
    }

    private static void daemon(String name, Runnable work) {
        Thread.ofPlatform().daemon().name(name).start(work);
    }
}
