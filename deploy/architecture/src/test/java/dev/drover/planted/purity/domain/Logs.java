package dev.drover.planted.purity.domain;

import org.slf4j.Logger;

record Logs(Logger log) {}
