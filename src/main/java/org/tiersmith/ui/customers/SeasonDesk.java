package org.tiersmith.ui.customers;

import java.util.List;
import org.tiersmith.model.Text;
import org.tiersmith.profile.season.CategorySeason;
import org.tiersmith.profile.season.Country;
import org.tiersmith.profile.season.Measure;
import org.tiersmith.profile.season.Seasons;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.task.JobContext;

/** What the page on seasons needs of a project; called on background threads. */
interface SeasonDesk {
  Seasons seasons(Measure measure, JobContext context);

  /** What a person should know of a category's forecast. */
  List<Text> notes(CategorySeason category);

  Country country();

  void choose(Country country);

  /** The desk of an open project. */
  static SeasonDesk of(ProjectSession session) {
    return new SeasonDesk() {
      @Override
      public Seasons seasons(Measure measure, JobContext context) {
        return session.seasons().seasons(measure, context);
      }

      @Override
      public List<Text> notes(CategorySeason category) {
        return session.seasons().notes(category);
      }

      @Override
      public Country country() {
        return session.seasons().country();
      }

      @Override
      public void choose(Country country) {
        session.seasons().choose(country);
      }
    };
  }
}
