package dev.drover.planted.purity.domain;

import java.util.Random;

class RollsDice {
    double roll() {
        return new Random().nextDouble() + Math.random();
    }
}
