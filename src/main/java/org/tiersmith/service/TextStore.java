package org.tiersmith.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.profile.LanguageGuess;
import org.tiersmith.profile.template.TextSide;
import org.tiersmith.profile.template.TextTemplate;
import org.tiersmith.profile.template.TextTemplates;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.project.Run;
import org.tiersmith.training.TrainingSettings;

/** The templates that a project keeps: its own, and those of each run. */
final class TextStore {
  private static final String CUSTOMER = "texts.customer";
  private static final String PRODUCT = "texts.product";

  private final ProjectFile project;
  private final ImportUseCase data;

  /** The part of a run's settings that holds its templates. */
  private record WithTexts(@Nullable Sources texts) {}

  /** Templates as they are kept. */
  private record Sources(String customer, String product) {}

  TextStore(ProjectFile project, ImportUseCase data) {
    this.project = project;
    this.data = data;
  }

  /** What the project's texts are written by; the defaults where a person has not said. */
  TextTemplates current() {
    Map<String, String> settings = project.settings().all();
    TextTemplates usual = defaults();
    return TextTemplates.of(
        settings.getOrDefault(CUSTOMER, usual.customer().source()),
        settings.getOrDefault(PRODUCT, usual.product().source()));
  }

  /** The templates for the language of the project's data. */
  TextTemplates defaults() {
    String language = data.current().map(DatasetView::language).orElse("");
    return language.equals(LanguageGuess.CHINESE.code())
        ? TextTemplates.CHINESE
        : TextTemplates.ENGLISH;
  }

  /** Keeps templates; a default one follows the language of the data again. */
  void keep(TextTemplates templates) {
    TextTemplates usual = defaults();
    Map<String, String> kept = new HashMap<>();
    if (templates.customer().equals(usual.customer())) {
      project.settings().remove(CUSTOMER);
    } else {
      kept.put(CUSTOMER, templates.customer().source());
    }
    if (templates.product().equals(usual.product())) {
      project.settings().remove(PRODUCT);
    } else {
      kept.put(PRODUCT, templates.product().source());
    }
    project.settings().putAll(kept);
  }

  /** What a run was made with; the defaults for a run of a version that had no others. */
  TextTemplates of(Run run) {
    Sources texts = Json.read(run.settings(), WithTexts.class).texts();
    return texts == null ? defaults() : TextTemplates.of(texts.customer(), texts.product());
  }

  /** A template in a file of its own. */
  static TextTemplate read(TextSide side, Path file) {
    try {
      return TextTemplate.parse(side, Files.readString(file));
    } catch (IOException e) {
      throw new Problem(
          Text.of(
              "texts.unreadable",
              "The template {0} can''t be read as UTF-8 text: {1}. Nothing was started.",
              file.toString(),
              String.valueOf(e.getMessage())),
          e);
    }
  }

  /** A run's settings as JSON, its templates among them. */
  static String write(TrainingSettings settings, TextTemplates templates) {
    return Json.writeWith(
        settings,
        "texts",
        new Sources(templates.customer().source(), templates.product().source()));
  }
}
