package org.tiersmith.ui.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tiersmith.profile.RuleColumn;
import org.tiersmith.ui.customers.Operator.Family;
import org.tiersmith.ui.kit.Language;
import org.tiersmith.ui.kit.Texts;

/** What conditions can be built on: the data's columns, what was worked out, and purchases. */
final class Subjects {
  private static final String KEYWORDS = "keywords";
  private static final String TOPIC_COLUMN = "topic";

  private final List<RuleColumn> columns;
  private final Texts texts;
  private final Language language;

  Subjects(List<RuleColumn> columns, Texts texts, Language language) {
    this.columns = columns;
    this.texts = texts;
    this.language = language;
  }

  /** All of them, as rules name them; purchases first. */
  List<String> all() {
    List<String> all = new ArrayList<>(List.of(ConditionDraft.CATEGORY, ConditionDraft.BRAND));
    if (column(TOPIC_COLUMN).isPresent()) {
      all.add(ConditionDraft.TOPIC);
    }
    columns.stream()
        .map(RuleColumn::name)
        .filter(name -> !name.equals(TOPIC_COLUMN))
        .forEach(all::add);
    return all;
  }

  /** A subject's name for a person; of one that the data lack, its own. */
  String title(String subject) {
    return switch (subject) {
      case ConditionDraft.CATEGORY -> texts.get("subject.category");
      case ConditionDraft.BRAND -> texts.get("subject.brand");
      case ConditionDraft.TOPIC -> texts.get("subject.topic");
      default -> column(subject).map(c -> language.say(c.title())).orElse(subject);
    };
  }

  /** What is compared; of a subject that the data lack, what the operator compares. */
  Family family(ConditionDraft condition) {
    return family(condition.subject())
        .orElseGet(
            () ->
                List.of(Family.values()).stream()
                    .filter(family -> Operator.of(family).contains(condition.operator()))
                    .findFirst()
                    .orElse(Family.TEXT));
  }

  /** What is compared; empty for a subject that the data lack. */
  Optional<Family> family(String subject) {
    return switch (subject) {
      case ConditionDraft.CATEGORY, ConditionDraft.BRAND -> Optional.of(Family.GOODS);
      case ConditionDraft.TOPIC -> Optional.of(Family.TOPIC);
      case KEYWORDS -> column(subject).map(column -> Family.WORDS);
      default -> column(subject).map(column -> Family.valueOf(column.kind().name()));
    };
  }

  /** What stands in an empty field: the range of the values. */
  String hint(String subject) {
    return column(subject)
        .map(
            column ->
                switch (column.kind()) {
                  case NUMBER -> range(column);
                  case DAY -> column.first() == null ? "" : column.first() + " …";
                  case TEXT -> "";
                })
        .orElse("");
  }

  private static String range(RuleColumn column) {
    return Double.isNaN(column.least())
        ? ""
        : shortened(column.least()) + " … " + shortened(column.most());
  }

  private static String shortened(double value) {
    return value == Math.rint(value) ? String.format("%.0f", value) : String.format("%.2f", value);
  }

  private Optional<RuleColumn> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }
}
