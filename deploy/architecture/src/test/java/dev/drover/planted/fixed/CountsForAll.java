package dev.drover.planted.fixed;

/** Shared, and changed by all. */
class CountsForAll {
    static final int LIMIT = 5;
    static int count;
}
