package org.tiersmith.ui.customers;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.tiersmith.model.Text;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.ui.kit.LoadState;
import org.tiersmith.ui.kit.Loading;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/** State and commands of the customers screen. On the FX thread. */
final class CustomersViewModel {
  /** What of the customers is looked at. */
  enum Page {
    SEGMENTS,
    RULES,
    PEOPLE,
    SEASONS,
    TEXTS
  }

  private static final Text LOOK = Text.of("ui.customers.look", "Looking for customers");

  private final Runnable stopListening;
  private final Loading<Boolean> loading;
  private final SegmentsViewModel segments;
  private final RulesViewModel rules;
  private final PeopleViewModel people;
  private final SeasonViewModel seasons;
  private final TextsViewModel texts;
  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.SEGMENTS);

  CustomersViewModel(CustomerDesk desk, Tasks tasks, Notices notices) {
    segments = new SegmentsViewModel(desk.segments(), tasks, notices);
    rules = new RulesViewModel(desk.rules(), tasks, notices);
    people = new PeopleViewModel(desk.person(), segments.divided().valueProperty(), tasks, notices);
    seasons = new SeasonViewModel(desk.seasons(), tasks, notices);
    texts = new TextsViewModel(desk.texts(), tasks, notices);
    loading = new Loading<>(tasks, notices, LOOK, context -> desk.hasData(), this::begin);
    stopListening = desk.listen(change -> tasks.fx().execute(() -> follow(change)));
    loading.load();
  }

  ReadOnlyObjectProperty<LoadState> stateProperty() {
    return loading.stateProperty();
  }

  /** What of the customers is looked at. */
  ObjectProperty<Page> pageProperty() {
    return page;
  }

  SegmentsViewModel segments() {
    return segments;
  }

  RulesViewModel rules() {
    return rules;
  }

  PeopleViewModel people() {
    return people;
  }

  SeasonViewModel seasons() {
    return seasons;
  }

  TextsViewModel texts() {
    return texts;
  }

  /** Shows the customers of the segment that is looked at. */
  void showPeople() {
    people.list().segmentProperty().set(segments.selectedProperty().get());
    page.set(Page.PEOPLE);
  }

  /** Takes the latest change of the page back. */
  void undo() {
    switch (page.get()) {
      case RULES -> rules.own().undo();
      case TEXTS -> texts.undo();
      case SEGMENTS, PEOPLE, SEASONS -> {}
    }
  }

  /** Does again what was taken back last. */
  void redo() {
    switch (page.get()) {
      case RULES -> rules.own().redo();
      case TEXTS -> texts.redo();
      case SEGMENTS, PEOPLE, SEASONS -> {}
    }
  }

  void close() {
    stopListening.run();
    loading.close();
    segments.close();
    rules.close();
    people.close();
    seasons.close();
    texts.close();
  }

  private boolean begin(boolean data) {
    if (data) {
      segments.loadAnew();
    }
    return data;
  }

  private void follow(ProjectChange change) {
    switch (change) {
      case DATA_IMPORTED -> {
        loading.load();
        people.forget();
        rules.dataChanged();
        seasons.dataChanged();
        texts.dataChanged();
      }
      case SEGMENTATION_CHANGED -> {
        segments.load();
        rules.changed();
      }
      case PORTRAITS_BUILT -> {
        segments.load();
        rules.dataChanged();
      }
      case PAIRS_SCORED -> {
        segments.load();
        people.reload();
      }
      case TEXTS_CHANGED -> {
        people.reload();
        texts.changed();
      }
      case SEASONS_CHANGED -> seasons.changed();
      case RUN_STARTED, RUN_POINT, RUN_ENDED, SCENARIOS_CHANGED, PLANS_CHANGED -> {}
    }
  }
}
