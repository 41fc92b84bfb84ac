package dev.drover.planted.purity.domain;

class StartsAThread {
    void run(Runnable work) {
        new Thread(work).start();
    }
}
