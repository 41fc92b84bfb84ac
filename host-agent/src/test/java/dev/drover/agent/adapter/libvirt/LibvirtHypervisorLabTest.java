package dev.drover.agent.adapter.libvirt;

import dev.drover.agent.port.HypervisorContract;
import dev.drover.agent.port.HypervisorStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** The contract, held to by real libvirt and QEMU. */
@Tag("lab")
class LibvirtHypervisorLabTest extends HypervisorContract {
    private static Lab lab;

    @BeforeAll
    static void up() {
        lab = Lab.up(1);
    }

    @AfterAll
    static void down() {
        lab.close();
    }

    @Override
    protected HypervisorStage stage() {
        return new LabStage(lab);
    }
}
