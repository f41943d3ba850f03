package org.tiersmith.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Problem;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.RunView;
import org.tiersmith.service.Workbench;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.TrainingSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fine-tunes a model on the project's data. */
@Command(name = "train", description = "Fine-tunes a model on the project's data.")
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
      description = "most passes over the examples; 2 without, 1 for two-tower")
  private @Nullable Integer epochs;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "examples a step; 32 without, 96 for two-tower")
  private @Nullable Integer batch;

  @Option(
      names = "--max-length",
      paramLabel = "N",
      description = "longest text in word pieces; 96 without, 48 for two-tower")
  private @Nullable Integer maxLength;

  @Option(
      names = "--device",
      paramLabel = "auto|cpu|gpu",
      defaultValue = "auto",
      description = "where to compute; auto without: the GPU where one works")
  private String device = "auto";

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

  TrainCommand(Workbench workbench, Console console, Interrupts interrupts) {
    super(workbench, console, interrupts);
  }

  @Override
  Result work(ProjectSession session, JobContext context) throws Exception {
    EncoderForm wanted = form(form);
    TrainingSettings usual = session.model().proposed(wanted);
    TrainingSettings settings =
        usual
            .withEncoder(encoder == null ? usual.encoder() : encoder)
            .withSizes(
                or(epochs, usual.epochs()),
                or(batch, usual.batch()),
                or(maxLength, usual.maxLength()),
                or(maxExamples, usual.maxExamples()))
            .withRun(Choices.device(device), seed == null ? usual.seed() : seed)
            .withJudging(
                split == null ? usual.split() : Choices.split(split),
                calibration == null ? usual.calibration() : Choices.calibration(calibration));
    if (settings.device() == DeviceChoice.AUTO) {
      session.model().deviceNote().ifPresent(note -> context.progress(-1, note));
    }
    RunView run = session.model().train(settings, context);
    return new RunReport(
            run,
            session.model().evaluation(run.id(), context),
            session.customers().segmentation(),
            session.model().numbersOnlyAuc(run.id()))
        .result();
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
