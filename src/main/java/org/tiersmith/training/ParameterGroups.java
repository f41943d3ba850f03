package org.tiersmith.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiersmith.encoder.BertLayout;

/**
 * Which weights learn, how fast, and which decay: groups for the optimiser. Level 0 holds the
 * embeddings, levels 1 to L the layers, level L + 1 the head.
 *
 * @param names all weights in order
 * @param layers number of encoder layers; 0 without an encoder
 * @param settings rates and decay
 */
record ParameterGroups(List<String> names, int layers, TrainingSettings settings) {
  /**
   * How many times as fast adapters learn as the encoder would: they begin at nothing (Schulman et
   * al., "LoRA Without Regret", 2025, find the same factor).
   */
  private static final double ADAPTERS = 10;

  /**
   * Weights that learn alike.
   *
   * @param rate peak learning rate
   * @param decay weight decay
   * @param members indices into the names
   */
  record Group(double rate, double decay, List<Integer> members) {}

  /** Index of the first weight that learns; all after it do. Beside adapters no layer does. */
  int first() {
    if (layers > 0 && settings.adapters().any()) {
      return BertLayout.names(layers).size();
    }
    int frozen = settings.tuning().frozenLayers();
    if (frozen == 0) {
      return 0;
    }
    int first = 0;
    while (level(names.get(first)) <= Math.min(frozen, layers)) {
      first++;
    }
    return first;
  }

  /** All weights that learn, in groups. */
  List<Group> groups() {
    Map<String, Group> groups = new LinkedHashMap<>();
    for (int i = first(); i < names.size(); i++) {
      String name = names.get(i);
      double rate = rate(level(name));
      double decay = decays(name) ? settings.tuning().weightDecay() : 0;
      groups
          .computeIfAbsent(rate + " " + decay, _ -> new Group(rate, decay, new ArrayList<>()))
          .members()
          .add(i);
    }
    return List.copyOf(groups.values());
  }

  private int level(String name) {
    if (name.startsWith("head.")) {
      return layers + 1;
    }
    return name.startsWith("encoder.layer.") ? 1 + Integer.parseInt(name.split("\\.", -1)[2]) : 0;
  }

  private double rate(int level) {
    if (level > layers) {
      return settings.tuning().headLearningRate();
    }
    double top = settings.learningRate() * (settings.adapters().any() ? ADAPTERS : 1);
    return top * Math.pow(settings.tuning().layerDecay(), layers - level);
  }

  /** Embeddings don't decay: a word that is rare here would be forgotten for nothing. */
  private static boolean decays(String name) {
    return name.endsWith(".weight")
        && !name.contains("LayerNorm")
        && !name.startsWith("embeddings.");
  }
}
