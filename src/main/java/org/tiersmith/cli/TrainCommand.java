package org.tiersmith.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tiersmith.cli.SettingOptions.Search;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Problem;
import org.tiersmith.profile.template.TextTemplates;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.RunView;
import org.tiersmith.service.TrainingUseCase;
import org.tiersmith.service.Workbench;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.ChoiceSetting;
import org.tiersmith.training.NumericSetting;
import org.tiersmith.training.TrainingSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fine-tunes models on the project's data. */
@Command(
    name = "train",
    description = {
      "Fine-tunes a model on the project's data.",
      "With several values of a setting a model is trained for each combination, one after the"
          + " other; the report is that of the one with the least validation loss."
    })
final class TrainCommand extends ProjectCommand {
  @Option(
      names = "--encoder",
      paramLabel = "ID",
      description = "base encoder; the one for the language of the data without")
  private @Nullable String encoder;

  @Option(
      names = "--form",
      paramLabel = "cross|two-tower",
      defaultValue = "cross",
      description = "cross reads both texts together, two-tower is faster; cross without")
  private String form = "cross";

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "most passes over the examples; without, what suits how many there are")
  private @Nullable Integer epochs;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "examples a step; 32 without, 96 for two-tower")
  private @Nullable Integer batch;

  @Option(
      names = "--max-length",
      paramLabel = "N",
      description = "longest text in word pieces; 96 without, 112 for two-tower")
  private @Nullable Integer maxLength;

  @Option(
      names = "--device",
      paramLabel = "auto|cpu|gpu",
      description = "where to compute; auto without: the GPU where one works")
  private @Nullable String device;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "the same seed gives the same model on a CPU; 1 without")
  private @Nullable Long seed;

  @Option(
      names = "--max-examples",
      paramLabel = "N",
      description =
          "most examples that the encoder trains on, drawn at random; 0 (all) without. The head"
              + " before it sees five times as many")
  private @Nullable Integer maxExamples;

  @Option(
      names = "--split",
      paramLabel = "time|customer",
      description =
          "how examples are divided: the test is later than the training, or of other customers;"
              + " time without")
  private @Nullable String split;

  @Option(
      names = "--calibration",
      paramLabel = "platt|isotonic",
      description =
          "how probabilities are corrected: by a line, or by any rising curve, which needs some"
              + " thousand validation examples; platt without")
  private @Nullable String calibration;

  @Option(
      names = "--customer-text",
      paramLabel = "FILE",
      description = "template of what the models read of customers; the project's own without")
  private @Nullable Path customerText;

  @Option(
      names = "--product-text",
      paramLabel = "FILE",
      description = "template of what the models read of products; the project's own without")
  private @Nullable Path productText;

  @Mixin private SettingOptions settings = new SettingOptions();

  TrainCommand(Workbench workbench, Console console, Interrupts interrupts) {
    super(workbench, console, interrupts);
  }

  @Override
  Result work(ProjectSession session, JobContext context) throws Exception {
    TrainingUseCase training = session.training();
    Search search = settings.search(base(proposed(training)), given());
    List<TrainingSettings> all = List.copyOf(search.runs().keySet());
    training.check(all);
    TextTemplates texts = session.texts().read(customerText, productText);
    if (all.stream().anyMatch(one -> one.device() == DeviceChoice.AUTO)) {
      session.engine().deviceNote().ifPresent(note -> context.progress(-1, note));
    }
    RunForecast.of(training, all, context).ifPresent(text -> context.progress(-1, text));
    RunQueue queue = new RunQueue(session, console(), List.copyOf(search.runs().values()));
    List<TriedRun> tried = queue.train(training.enqueue(all, texts), context);
    RunView best = TriedRun.best(tried).run();
    Result report =
        new RunReport(
                best,
                session.runs().evaluation(best.id(), context),
                session.customers().segmentation(),
                session.runs().numbersOnlyAuc(best.id()))
            .result();
    return new SearchReport(report, search.varied(), tried).result();
  }

  /** What suits the data, the device and the number of examples that were chosen. */
  private TrainingSettings proposed(TrainingUseCase training) {
    EncoderForm chosen = form(form);
    TrainingSettings plain = base(TrainingSettings.defaults(chosen));
    TrainingSettings first = settings.search(plain, given()).runs().firstEntry().getKey();
    return training.proposed(chosen, first.device(), first.maxExamples());
  }

  private TrainingSettings base(TrainingSettings usual) {
    return usual
        .withEncoder(encoder == null ? usual.encoder() : encoder)
        .withSizes(
            or(epochs, usual.epochs()),
            or(batch, usual.batch()),
            or(maxLength, usual.maxLength()),
            or(maxExamples, usual.maxExamples()))
        .withRun(
            device == null ? usual.device() : Choices.device(device),
            seed == null ? usual.seed() : seed)
        .withJudging(
            split == null ? usual.split() : Choices.split(split),
            calibration == null ? usual.calibration() : Choices.calibration(calibration));
  }

  /** The settings that have been given by options of their own. */
  private Set<String> given() {
    Set<String> given = new HashSet<>();
    add(given, NumericSetting.EPOCHS.key(), epochs);
    add(given, NumericSetting.BATCH.key(), batch);
    add(given, NumericSetting.MAX_LENGTH.key(), maxLength);
    add(given, NumericSetting.MAX_EXAMPLES.key(), maxExamples);
    add(given, NumericSetting.SEED.key(), seed);
    add(given, ChoiceSetting.DEVICE.key(), device);
    add(given, ChoiceSetting.SPLIT.key(), split);
    add(given, ChoiceSetting.CALIBRATION.key(), calibration);
    return given;
  }

  private static void add(Set<String> given, String key, @Nullable Object option) {
    if (option != null) {
      given.add(key);
    }
  }

  private static EncoderForm form(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "cross" -> EncoderForm.CROSS;
      case "two-tower" -> EncoderForm.TWO_TOWER;
      default ->
          throw Problem.of(
              "cli.form", "The form \"{0}\" is not known; say cross or two-tower.", name);
    };
  }

  private static int or(@Nullable Integer given, int usual) {
    return given == null ? usual : given;
  }
}
