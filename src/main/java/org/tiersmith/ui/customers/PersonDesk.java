package org.tiersmith.ui.customers;

import java.io.IOException;
import java.util.List;
import org.tiersmith.profile.CustomerHistory.Happening;
import org.tiersmith.profile.CustomerHistory.Likely;
import org.tiersmith.profile.CustomerPortrait;
import org.tiersmith.profile.CustomerTraits;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.TextPreview;
import org.tiersmith.task.JobContext;

/** What the page on one customer needs of a project; called on background threads. */
interface PersonDesk {
  CustomerPortrait portrait(String customerId);

  CustomerTraits traits(String customerId, JobContext context);

  List<Happening> history(String customerId, JobContext context);

  List<Likely> likely(String customerId, int most, JobContext context);

  TextPreview reads(String customerId, JobContext context) throws IOException;

  /** The desk of an open project. */
  static PersonDesk of(ProjectSession session) {
    return new PersonDesk() {
      @Override
      public CustomerPortrait portrait(String customerId) {
        return session.customers().portrait(customerId);
      }

      @Override
      public CustomerTraits traits(String customerId, JobContext context) {
        return session.portraits().traits(customerId, context);
      }

      @Override
      public List<Happening> history(String customerId, JobContext context) {
        return session.person().history(customerId, context);
      }

      @Override
      public List<Likely> likely(String customerId, int most, JobContext context) {
        return session.person().likely(customerId, most, context);
      }

      @Override
      public TextPreview reads(String customerId, JobContext context) throws IOException {
        return session.person().reads(customerId, context);
      }
    };
  }
}
