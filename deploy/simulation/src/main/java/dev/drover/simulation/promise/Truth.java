package dev.drover.simulation.promise;

import dev.drover.simulation.fleet.Fleet;
import dev.drover.simulation.scenario.Scenario;
import java.util.List;
import java.util.function.Supplier;

/**
 * What promises are measured by.
 *
 * @param leftovers what agents still hold on to, in words
 */
public record Truth(Scenario scenario, Fleet fleet, Supplier<List<String>> leftovers) {}
