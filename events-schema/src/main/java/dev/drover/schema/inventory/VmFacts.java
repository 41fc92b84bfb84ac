package dev.drover.schema.inventory;

import dev.drover.schema.id.VmId;
import dev.drover.schema.unit.Bytes;

/** One vm on one host. {@code memory} is the most it can use there. */
public record VmFacts(VmId vm, VmName name, Bytes memory, VmState state) {}
