package dev.drover.planted.named;

/** Manages to have an innocent name. */
class Outer {
    static class InnerImpl {}
}
