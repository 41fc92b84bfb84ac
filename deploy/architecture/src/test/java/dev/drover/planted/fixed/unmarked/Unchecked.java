package dev.drover.planted.fixed.unmarked;

/** Lies where nobody looks for null. */
class Unchecked {}
