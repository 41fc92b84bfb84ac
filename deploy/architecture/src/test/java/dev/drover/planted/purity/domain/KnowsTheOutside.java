package dev.drover.planted.purity.domain;

import dev.drover.planted.purity.outside.Outside;

record KnowsTheOutside(Outside outside) {}
