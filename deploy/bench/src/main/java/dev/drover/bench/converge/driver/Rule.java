package dev.drover.bench.converge.driver;

import dev.drover.agent.domain.converge.ConvergencePolicy;
import dev.drover.bench.converge.guest.Driver;
import dev.drover.bench.converge.guest.Task;
import java.util.Locale;

/** Whose rules there are. */
public enum Rule {
    DROVER {
        @Override
        public Driver begin(Task task) {
            return DroverDriver.of(task, ConvergencePolicy.datacenter());
        }
    },
    NOVA {
        @Override
        public Driver begin(Task task) {
            return NovaDriver.of(task);
        }
    },
    OVIRT_MINIMAL_DOWNTIME {
        @Override
        public Driver begin(Task task) {
            return OvirtDriver.minimalDowntime(task);
        }
    },
    OVIRT_SUSPEND_IF_NEEDED {
        @Override
        public Driver begin(Task task) {
            return OvirtDriver.suspendIfNeeded(task);
        }
    },
    OVIRT_POST_COPY {
        @Override
        public Driver begin(Task task) {
            return OvirtDriver.postCopy(task);
        }
    },
    KUBEVIRT {
        @Override
        public Driver begin(Task task) {
            return KubevirtDriver.of(task);
        }
    },
    KUBEVIRT_STALL_DETECTION {
        @Override
        public Driver begin(Task task) {
            return KubevirtStallDriver.of(task);
        }
    },
    PROXMOX {
        @Override
        public Driver begin(Task task) {
            return ProxmoxDriver.of(task);
        }
    };

    /** The rules, about to begin with this task. */
    public abstract Driver begin(Task task);

    /** As results name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
