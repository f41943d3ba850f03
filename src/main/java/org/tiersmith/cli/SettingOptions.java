package org.tiersmith.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.training.ChoiceSetting;
import org.tiersmith.training.NumericSetting;
import org.tiersmith.training.SettingValue;
import org.tiersmith.training.SettingValue.OfNumber;
import org.tiersmith.training.SettingsSearch;
import org.tiersmith.training.TrainingSettings;
import picocli.CommandLine.Option;

/** The options that change any of a run's settings, and try several values of them. */
final class SettingOptions {
  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE[,VALUE...]",
      description =
          "a setting, or several values to try in all combinations; may be repeated."
              + " ${COMPLETION-CANDIDATES}",
      completionCandidates = Names.class)
  private List<String> given = new ArrayList<>();

  @Option(
      names = "--most-runs",
      paramLabel = "N",
      description =
          "with more combinations than this some are drawn at random, by the seed; without, all"
              + " are trained")
  private @Nullable Integer most;

  /** The names of all settings, for the help. */
  static final class Names extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Names() {
      super(names());
    }
  }

  private static List<String> names() {
    return Stream.concat(
            Arrays.stream(NumericSetting.values()).map(NumericSetting::key),
            Arrays.stream(ChoiceSetting.values()).map(ChoiceSetting::key))
        .toList();
  }

  /**
   * The settings of each run, and what was set there.
   *
   * @param base has the other settings
   * @param elsewhere settings that options of their own have given
   * @throws Problem if a name or value is not known, one is given twice, or they make too many runs
   */
  Search search(TrainingSettings base, Set<String> elsewhere) {
    Map<String, List<SettingValue>> values = values(elsewhere);
    SettingsSearch search = new SettingsSearch(ordered(values));
    long seed = seeds(values).map(seeds -> Math.round(seeds.value())).orElse(base.seed());
    if (search.varied().contains(ChoiceSetting.SPLIT.key())) {
      throw Problem.of(
          "cli.set-splits",
          "Models that are tested on different examples can''t be compared; say one value of split."
              + " Nothing was started.");
    }
    SequencedMap<TrainingSettings, List<SettingValue>> runs = new LinkedHashMap<>();
    for (List<SettingValue> drawn : search.draw(limit(search.size()), seed)) {
      runs.putIfAbsent(SettingsSearch.applied(base, drawn), drawn);
    }
    if (values.containsKey(ChoiceSetting.ADAPTER_TARGETS.key())
        && runs.keySet().stream().noneMatch(settings -> settings.adapters().any())) {
      throw Problem.of(
          "cli.set-targets",
          "The setting adapter-targets needs a rank: add --set adapter-rank=8. Nothing was"
              + " started.");
    }
    return new Search(search.varied(), runs);
  }

  /**
   * What is to be trained.
   *
   * @param varied settings that have several values
   * @param runs the settings of each run, and what was set there
   */
  record Search(List<String> varied, SequencedMap<TrainingSettings, List<SettingValue>> runs) {}

  private int limit(long combinations) {
    if (most != null && (most < 1 || most > SettingsSearch.MOST_RUNS)) {
      throw Problem.of(
          "cli.most-runs",
          "--most-runs is {0}; it must be 1 to {1}. Nothing was started.",
          most,
          SettingsSearch.MOST_RUNS);
    }
    if (most == null && combinations > SettingsSearch.MOST_RUNS) {
      throw Problem.of(
          "cli.too-many-runs",
          "These values make {0} runs, more than {1}. Leave out some values, or draw some of the"
              + " runs at random with --most-runs N. Nothing was started.",
          combinations,
          SettingsSearch.MOST_RUNS);
    }
    return most == null ? SettingsSearch.MOST_RUNS : most;
  }

  private Map<String, List<SettingValue>> values(Set<String> elsewhere) {
    Map<String, List<SettingValue>> values = new LinkedHashMap<>();
    for (String one : given) {
      int at = one.indexOf('=');
      if (at < 1) {
        throw Problem.of(
            "cli.set-form",
            "\"{0}\" is not a name and a value; say for example --set epochs=2,4. Nothing was"
                + " started.",
            one);
      }
      String name = one.substring(0, at).strip().toLowerCase(Locale.ROOT);
      List<SettingValue> read = read(name, one.substring(at + 1).strip());
      if (elsewhere.contains(name)) {
        throw Problem.of(
            "cli.set-both",
            "The setting {0} is given by --{0} and by --set; say it once. Nothing was started.",
            name);
      }
      if (values.put(name, read) != null) {
        throw Problem.of(
            "cli.set-twice",
            "The setting {0} is set twice; list its values in one: --set {0}=A,B. Nothing was"
                + " started.",
            name);
      }
    }
    return values;
  }

  /** In the order of the settings, whatever that of the options, so that the same are drawn. */
  private static List<List<SettingValue>> ordered(Map<String, List<SettingValue>> values) {
    List<List<SettingValue>> axes = new ArrayList<>();
    names().stream().map(values::get).filter(Objects::nonNull).forEach(axes::add);
    return axes;
  }

  private static Optional<OfNumber> seeds(Map<String, List<SettingValue>> values) {
    return values.getOrDefault(NumericSetting.SEED.key(), List.of()).stream()
        .filter(OfNumber.class::isInstance)
        .map(OfNumber.class::cast)
        .findFirst();
  }

  private static List<SettingValue> read(String name, String typed) {
    for (NumericSetting setting : NumericSetting.values()) {
      if (setting.key().equals(name)) {
        return setting.values(setting.read(typed).orElseThrow(() -> notInRange(setting, typed)));
      }
    }
    for (ChoiceSetting setting : ChoiceSetting.values()) {
      if (setting.key().equals(name)) {
        return setting.values(setting.read(typed).orElseThrow(() -> notAmong(setting, typed)));
      }
    }
    throw Problem.of(
        "cli.set-name",
        "There is no setting \"{0}\"; the settings are {1}. Nothing was started.",
        name,
        String.join(", ", names()));
  }

  private static Problem notInRange(NumericSetting setting, String typed) {
    String least = NumericSetting.text(setting.least());
    String most = NumericSetting.text(setting.most());
    return setting.isWhole()
        ? Problem.of(
            "cli.set-whole",
            "The setting {0} can''t be \"{1}\"; say whole numbers from {2} to {3}. Nothing was"
                + " started.",
            setting.key(),
            typed,
            least,
            most)
        : Problem.of(
            "cli.set-number",
            "The setting {0} can''t be \"{1}\"; say numbers from {2} to {3}. Nothing was started.",
            setting.key(),
            typed,
            least,
            most);
  }

  private static Problem notAmong(ChoiceSetting setting, String typed) {
    return setting.isSeveral()
        ? Problem.of(
            "cli.set-some",
            "The setting {0} can''t be \"{1}\"; say some of {2}, joined by \"+\". Nothing was"
                + " started.",
            setting.key(),
            typed,
            String.join(", ", setting.words()))
        : Problem.of(
            "cli.set-one",
            "The setting {0} can''t be \"{1}\"; say one of {2}. Nothing was started.",
            setting.key(),
            typed,
            String.join(", ", setting.words()));
  }
}
