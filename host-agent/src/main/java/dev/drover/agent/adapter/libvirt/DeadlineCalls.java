package dev.drover.agent.adapter.libvirt;

import dev.drover.agent.port.HypervisorException;
import dev.drover.schema.report.FailureKind;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.libvirt.LibvirtException;

/**
 * Calls with a deadline, though libvirt's can't be interrupted: a call that is late goes on by itself on its thread,
 * and one that had not begun by then never will.
 */
final class DeadlineCalls implements AutoCloseable {
    private static final int THREADS = 16;
    private static final int WAITING = 64;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("libvirt-call-", 0).factory());

    DeadlineCalls() {
        threads.allowCoreThreadTimeOut(true);
    }

    /** The answer to {@code call}, or {@link HypervisorException} naming {@code what} was asked. */
    <T> T within(Duration limit, String what, LibvirtCall<T> call) {
        Future<T> answer = submit(what, call);
        try {
            return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            answer.cancel(false);
            throw refused("libvirt did not answer " + what + " within " + seconds(limit) + " s", late);
        } catch (InterruptedException interrupted) {
            answer.cancel(false);
            Thread.currentThread().interrupt();
            throw refused("interrupted while libvirt was asked for " + what, interrupted);
        } catch (ExecutionException failed) {
            throw translated(what, failed);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    private <T> Future<T> submit(String what, LibvirtCall<T> call) {
        try {
            return threads.submit(call::call);
        } catch (RejectedExecutionException full) {
            String why = threads.isShutdown()
                    ? "the connection was closed"
                    : (THREADS + WAITING) + " earlier calls have not been answered yet";
            throw refused("libvirt was not asked for " + what + ": " + why, full);
        }
    }

    private static RuntimeException translated(String what, ExecutionException failed) {
        return switch (failed.getCause()) {
            case LibvirtException e -> LibvirtErrors.exception(what, e);
            case RuntimeException e -> e;
            case null, default -> refused("asking libvirt for " + what + " failed: " + failed.getCause(), failed);
        };
    }

    private static String seconds(Duration limit) {
        return String.valueOf(limit.toMillis() / 1000.0);
    }

    private static HypervisorException refused(String message, Exception cause) {
        return new HypervisorException(FailureKind.HYPERVISOR_ERROR, message, cause);
    }
}
