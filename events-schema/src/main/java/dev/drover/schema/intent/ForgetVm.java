package dev.drover.schema.intent;

import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.VmId;

/** The vm is gone for good: count it no longer. */
public record ForgetVm(IntentId intent, VmId vm) implements Intent {}
