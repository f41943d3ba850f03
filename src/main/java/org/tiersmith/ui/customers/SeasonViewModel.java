package org.tiersmith.ui.customers;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.profile.season.CategorySeason;
import org.tiersmith.profile.season.Country;
import org.tiersmith.profile.season.Measure;
import org.tiersmith.profile.season.Seasons;
import org.tiersmith.task.JobContext;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/** When what is bought: all categories, and the one that is looked at. On the FX thread. */
final class SeasonViewModel {
  /** A category with what a person should know of its forecast. */
  record Entry(CategorySeason season, List<Text> notes) {}

  /** All categories under one country's holidays. */
  record Shown(Seasons seasons, Country country, List<Entry> entries) {}

  private static final Text LOOK = Text.of("ui.customers.seasons", "Looking for seasons");

  private final SeasonDesk desk;
  private final Tasks tasks;
  private final Notices notices;
  private final OnDemand<Shown> shown;
  private final ObjectProperty<Measure> measure =
      new SimpleObjectProperty<>(this, "measure", Measure.UNITS);
  private final ReadOnlyObjectWrapper<@Nullable Entry> selected =
      new ReadOnlyObjectWrapper<>(this, "selected");
  private boolean looked;

  SeasonViewModel(SeasonDesk desk, Tasks tasks, Notices notices) {
    this.desk = desk;
    this.tasks = tasks;
    this.notices = notices;
    shown = new OnDemand<>(tasks, notices, LOOK);
    measure.addListener((source, before, now) -> load());
  }

  OnDemand<Shown> shown() {
    return shown;
  }

  /** What demand is counted in. */
  ObjectProperty<Measure> measureProperty() {
    return measure;
  }

  /** The category that is looked at; null before there is one. */
  ReadOnlyObjectProperty<@Nullable Entry> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** Called when a person looks: from now on seasons are worked out. */
  void look() {
    looked = true;
    if (shown.isIdle()) {
      load();
    }
  }

  /** Works the seasons out, as after a cancel. */
  void load() {
    if (looked) {
      Measure wanted = measure.get();
      shown.ask(context -> read(wanted, context), this::show);
    }
  }

  void select(Entry entry) {
    selected.set(entry);
  }

  /** Takes the holidays of another country. */
  void choose(Country country) {
    Shown now = shown.valueProperty().get();
    if (now == null || now.country() != country) {
      tasks.quietly(
          LOOK,
          context -> {
            desk.choose(country);
            return country;
          },
          done -> {},
          notices::problem);
    }
  }

  void changed() {
    load();
  }

  void dataChanged() {
    shown.clear();
    selected.set(null);
    load();
  }

  void close() {
    shown.forget();
  }

  private Shown read(Measure wanted, JobContext context) {
    Seasons seasons = desk.seasons(wanted, context);
    List<Entry> entries = new ArrayList<>();
    for (CategorySeason season : seasons.categories()) {
      entries.add(new Entry(season, desk.notes(season)));
    }
    return new Shown(seasons, desk.country(), List.copyOf(entries));
  }

  private void show(Shown now) {
    Entry before = selected.get();
    selected.set(
        now.entries().stream()
            .filter(e -> before != null && e.season().category().equals(before.season().category()))
            .findFirst()
            .orElse(now.entries().isEmpty() ? null : now.entries().getFirst()));
  }
}
