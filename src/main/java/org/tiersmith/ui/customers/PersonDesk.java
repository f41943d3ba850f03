package org.tiersmith.ui.customers;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tiersmith.profile.CustomerHistory.Happening;
import org.tiersmith.profile.CustomerHistory.Likely;
import org.tiersmith.profile.CustomerPortrait;
import org.tiersmith.profile.CustomerTraits;
import org.tiersmith.service.CustomerPages;
import org.tiersmith.service.CustomerQuery;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.TextPreview;
import org.tiersmith.task.JobContext;

/**
 * What the page on the customers, each by itself, needs of a project; called on background threads.
 */
interface PersonDesk {
  CustomerPortrait portrait(String customerId);

  CustomerTraits traits(String customerId, JobContext context);

  /** Works a query out ahead of its pages. */
  void prepare(CustomerQuery query, JobContext context);

  /** A stretch of the customers that a query means. */
  CustomerPages.Page customers(CustomerQuery query, long offset, int limit, JobContext context);

  /** How many events of each kind a customer has. */
  SortedMap<String, Long> kinds(String customerId, JobContext context);

  /** A stretch of its events, the latest first; of one kind, or of all where it is null. */
  List<Happening> history(
      String customerId, @Nullable String kind, long offset, int limit, JobContext context);

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
      public void prepare(CustomerQuery query, JobContext context) {
        session.customerPages().prepare(query, context);
      }

      @Override
      public CustomerPages.Page customers(
          CustomerQuery query, long offset, int limit, JobContext context) {
        return session.customerPages().page(query, offset, limit, context);
      }

      @Override
      public SortedMap<String, Long> kinds(String customerId, JobContext context) {
        return session.person().kinds(customerId, context);
      }

      @Override
      public List<Happening> history(
          String customerId, @Nullable String kind, long offset, int limit, JobContext context) {
        return session.person().history(customerId, kind, offset, limit, context);
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
