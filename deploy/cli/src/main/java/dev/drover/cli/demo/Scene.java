package dev.drover.cli.demo;

import dev.drover.schema.id.HostId;
import dev.drover.schema.kafka.ZoneLayout;

/** What the demonstration is about: a zone, its Kafka, how many hosts it has, and which of them is drained. */
record Scene(String kafka, ZoneLayout layout, int hosts, HostId drained) {}
