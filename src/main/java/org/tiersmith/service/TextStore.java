package org.tiersmith.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.profile.LanguageGuess;
import org.tiersmith.profile.template.TextSide;
import org.tiersmith.profile.template.TextTemplate;
import org.tiersmith.profile.template.TextTemplates;
import org.tiersmith.project.ProjectFile;

/** The templates that a project keeps for later runs. */
final class TextStore {
  private static final String CUSTOMER = "texts.customer";
  private static final String PRODUCT = "texts.product";

  private final ProjectFile project;
  private final ImportUseCase data;

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
}
