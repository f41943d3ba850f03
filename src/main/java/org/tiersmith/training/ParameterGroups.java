package org.tiersmith.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which weights learn, how fast, and which decay: groups for the optimiser. Level 0 holds the
 * embeddings, levels 1 to L the layers, level L + 1 the head.
 *
 * @param names all weights in order
 * @param layers number of encoder layers; 0 without an encoder
 * @param frozenLayers layers at the bottom that don't learn, nor then do the embeddings
 * @param settings rates and decay
 */
record ParameterGroups(
    List<String> names, int layers, int frozenLayers, TrainingSettings settings) {

  /** Index of the first weight that learns; all after it do. */
  int first() {
    if (frozenLayers == 0) {
      return 0;
    }
    int first = 0;
    while (level(names.get(first)) <= Math.min(frozenLayers, layers)) {
      first++;
    }
    return first;
  }

  private int level(String name) {
    if (name.startsWith("head.")) {
      return layers + 1;
    }
    return name.startsWith("encoder.layer.") ? 1 + Integer.parseInt(name.split("\\.", -1)[2]) : 0;
  }

  /** Embeddings don't decay: a word that is rare here would be forgotten for nothing. */
  private static boolean decays(String name) {
    return name.endsWith(".weight")
        && !name.contains("LayerNorm")
        && !name.startsWith("embeddings.");
  }

  /** Learning rates by level, at their peak times {@code share}. */
  float[] rates(double share) {
    float[] rates = new float[layers + 2];
    for (int level = 0; level <= layers; level++) {
      rates[level] =
          (float)
              (share
                  * settings.learningRate()
                  * Math.pow(settings.layerDecay(), Math.max(0, layers - level)));
    }
    rates[layers + 1] = (float) (share * settings.headLearningRate());
    return rates;
  }

  /** One fused AdamW call for each group, as TorchScript. */
  String script() {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = first(); i < names.size(); i++) {
      String key = level(names.get(i)) + " " + decays(names.get(i));
      groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(i);
    }
    StringBuilder script = new StringBuilder();
    groups.forEach((key, members) -> script.append(update(key.split(" ", -1), members)));
    return script.toString();
  }

  private String update(String[] key, List<Integer> members) {
    String rate = "float(torch.item(torch.select(rates[0], 0, " + key[0] + ")))";
    double decay = Boolean.parseBoolean(key[1]) ? settings.weightDecay() : 0;
    return String.format(
        Locale.ROOT,
        "    torch._fused_adamw_(%s, %s, %s, %s, %s, %s, lr=%s, beta1=0.9, beta2=0.999,"
            + " weight_decay=%s, eps=1e-08, amsgrad=False, maximize=False, grad_scale=None,"
            + " found_inf=None)%n",
        list("ws", members, 0),
        list("gs", members, first()),
        list("ms", members, first()),
        list("vs", members, first()),
        "annotate(List[Tensor], [])",
        list("ss", members, first()),
        rate,
        Double.toString(decay));
  }

  private static String list(String name, List<Integer> members, int offset) {
    return members.stream()
        .map(i -> name + "[" + (i - offset) + "]")
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
