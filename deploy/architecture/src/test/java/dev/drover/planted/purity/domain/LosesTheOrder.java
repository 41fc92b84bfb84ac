package dev.drover.planted.purity.domain;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

class LosesTheOrder {
    Object lose(List<String> list, Map<String, String> map) {
        Collections.shuffle(list);
        return list.parallelStream().toList() + "" + Set.of("a", "b") + Map.copyOf(map);
    }
}
