package org.tiersmith.ui.customers;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.profile.RuleColumn;
import org.tiersmith.task.JobContext;
import org.tiersmith.ui.customers.OwnSegments.Saved;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/** The segments that a person makes, and the rule being edited. On the FX thread. */
final class RulesViewModel {
  /** The columns of the data, and with that whether conditions can be built. */
  record Ground(List<RuleColumn> columns) {}

  private static final Text OPEN = Text.of("ui.customers.rules", "Opening own segments");

  private final RuleDesk desk;
  private final Notices notices;
  private final OnDemand<Ground> ground;
  private final OwnSegments own;
  private final RuleCounts counts;
  private final RuleValues values;
  private final RuleEditing editing = new RuleEditing();
  private boolean looked;

  RulesViewModel(RuleDesk desk, Tasks tasks, Notices notices) {
    this.desk = desk;
    this.notices = notices;
    ground = new OnDemand<>(tasks, notices, OPEN);
    own = new OwnSegments(desk, tasks, notices, this::commit, this::show);
    counts = new RuleCounts(desk, tasks, notices);
    values = new RuleValues(desk, tasks, notices);
    own.selectedProperty()
        .addListener(
            (source, before, now) -> {
              commit();
              edit();
            });
  }

  OnDemand<Ground> ground() {
    return ground;
  }

  /** The segments, and which one is edited. */
  OwnSegments own() {
    return own;
  }

  /** The rule being edited; null where there is none. */
  ReadOnlyObjectProperty<RuleDraft.@Nullable Group> draftProperty() {
    return editing.draftProperty();
  }

  /** How many customers the rules mean. */
  RuleCounts counts() {
    return counts;
  }

  /** What conditions may be compared with. */
  RuleValues values() {
    return values;
  }

  /** Called when a person looks: from now on rules are read and counted. */
  void look() {
    looked = true;
    if (ground.isIdle()) {
      load();
    }
  }

  /** Opens the customers for counting, as after a cancel. */
  void load() {
    if (looked) {
      ground.ask(this::open, now -> own.read());
    }
  }

  /** The rule being edited as a sentence; empty while something is missing. */
  Optional<Text> sentence() {
    return editing.rule().map(desk::sentence);
  }

  /**
   * Takes the rule as it stands in the editor and counts it. What was typed is saved by the next
   * {@link #commit}, or by whatever else is done; all other changes are saved at once.
   *
   * @param gesture equal for changes that one undo should take back together; empty where nothing
   *     was typed
   */
  void change(RuleDraft.Group now, String gesture) {
    Long id = own.selectedProperty().get();
    if (id == null) {
      return;
    }
    boolean typed = !gesture.isEmpty();
    String all = typed ? id + gesture : "";
    if (editing.isOther(all)) {
      commit();
    }
    editing.change(id, now, all);
    counts.edit(editing.rule());
    if (!typed) {
      commit();
    }
  }

  /** Saves what was typed: the person pauses, or turns to something else. */
  void commit() {
    editing.takeUnsaved().ifPresent(own::save);
  }

  /** Reads the segments anew: somebody changed them. */
  void changed() {
    if (looked && ground.valueProperty().get() != null) {
      own.read();
    }
  }

  /** Opens the customers anew: there are others, or more is known of them. */
  void dataChanged() {
    counts.clear();
    load();
  }

  /** Saves what was typed last, here and now: when a screen is closed no job may follow. */
  void close() {
    try {
      editing.takeUnsaved().ifPresent(edit -> desk.setRule(edit.id(), edit.rule(), edit.gesture()));
    } catch (RuntimeException e) {
      notices.problem(e);
    }
    ground.forget();
    own.close();
    counts.close();
    values.close();
  }

  private Ground open(JobContext context) {
    return new Ground(List.copyOf(desk.columns(context)));
  }

  private void show() {
    edit();
    Saved saved = own.savedProperty().get();
    counts.count(saved == null ? List.of() : saved.segments());
  }

  private void edit() {
    editing.show(own.selected().orElse(null));
    counts.edit(editing.rule());
  }
}
