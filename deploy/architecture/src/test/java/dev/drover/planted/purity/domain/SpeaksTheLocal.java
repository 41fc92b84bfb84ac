package dev.drover.planted.purity.domain;

class SpeaksTheLocal {
    String speak(String name) {
        return String.format("%d", 7) + "%06d".formatted(7) + name.toUpperCase();
    }
}
