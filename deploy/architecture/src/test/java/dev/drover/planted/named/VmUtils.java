package dev.drover.planted.named;

/** Says nothing. */
class VmUtils {}
