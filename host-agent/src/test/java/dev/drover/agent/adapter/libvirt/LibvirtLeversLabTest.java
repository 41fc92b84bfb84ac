package dev.drover.agent.adapter.libvirt;

import dev.drover.agent.port.HypervisorStage;
import dev.drover.agent.port.LeversContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** The other half of the contract, held to by real libvirt and QEMU. */
@Tag("lab")
class LibvirtLeversLabTest extends LeversContract {
    private static Lab lab;

    @BeforeAll
    static void up() {
        lab = Lab.up(4);
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
