package dev.drover.planted.purity.domain;

class AsksTheMachine {
    long ask() {
        return System.currentTimeMillis()
                + System.nanoTime()
                + System.getenv("HOME").length()
                + System.identityHashCode(this);
    }
}
