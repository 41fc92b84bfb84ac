package dev.drover.planted.purity.domain;

import java.util.random.RandomGenerator;

record RollsOtherDice(RandomGenerator chance) {}
