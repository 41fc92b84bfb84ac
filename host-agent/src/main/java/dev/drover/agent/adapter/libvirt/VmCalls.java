package dev.drover.agent.adapter.libvirt;

import dev.drover.agent.port.HypervisorException;
import dev.drover.schema.id.VmId;
import java.time.Duration;
import java.util.Optional;
import org.libvirt.LibvirtException;

/** Calls about one vm, each with the usual deadline. */
final class VmCalls {
    private final LibvirtConnection connection;
    private final DeadlineCalls calls;
    private final Duration limit;

    /** What is asked of a vm that libvirt knows. */
    @FunctionalInterface
    interface Question<T> {
        T ask(DomainHandle vm) throws LibvirtException;
    }

    VmCalls(LibvirtConnection connection, DeadlineCalls calls, Duration limit) {
        this.connection = connection;
        this.calls = calls;
        this.limit = limit;
    }

    /** Empty where libvirt does not know the vm; otherwise the answer, or {@link HypervisorException}. */
    <T> Optional<T> ask(String what, VmId vm, Question<T> question) {
        return calls.within(limit, what + " of " + vm, () -> askHere(vm, question));
    }

    /** Likewise, on the caller's thread and for as long as libvirt likes. */
    <T> Optional<T> askHere(VmId vm, Question<T> question) throws LibvirtException {
        return connection.use(connect -> {
            Optional<DomainHandle> found = DomainHandle.find(connect, vm);
            return found.isEmpty() ? Optional.empty() : Optional.of(answer(found.get(), question));
        });
    }

    private static <T> T answer(DomainHandle found, Question<T> question) throws LibvirtException {
        try (DomainHandle handle = found) {
            return question.ask(handle);
        }
    }
}
