package org.tiersmith.ui.customers;

import java.util.function.Consumer;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.service.ProjectSession;

/** What the customers screen needs of a project; called on background threads. */
interface CustomerDesk {

  /** Whether there is data at all. */
  boolean hasData();

  SegmentDesk segments();

  RuleDesk rules();

  PersonDesk person();

  SeasonDesk seasons();

  TextDesk texts();

  /** Calls the listener on each change of the project, on any thread; run the result to stop. */
  Runnable listen(Consumer<ProjectChange> listener);

  /** The desk of an open project. */
  static CustomerDesk of(ProjectSession session) {
    SegmentDesk segments = SegmentDesk.of(session);
    RuleDesk rules = RuleDesk.of(session);
    PersonDesk person = PersonDesk.of(session);
    SeasonDesk seasons = SeasonDesk.of(session);
    TextDesk texts = TextDesk.of(session);
    return new CustomerDesk() {
      @Override
      public boolean hasData() {
        return session.data().current().isPresent();
      }

      @Override
      public SegmentDesk segments() {
        return segments;
      }

      @Override
      public RuleDesk rules() {
        return rules;
      }

      @Override
      public PersonDesk person() {
        return person;
      }

      @Override
      public SeasonDesk seasons() {
        return seasons;
      }

      @Override
      public TextDesk texts() {
        return texts;
      }

      @Override
      public Runnable listen(Consumer<ProjectChange> listener) {
        return session.events().listen(listener);
      }
    };
  }
}
