package dev.drover.planted.purity.domain;

class Prints {
    void print() {
        System.out.println("moved");
    }
}
