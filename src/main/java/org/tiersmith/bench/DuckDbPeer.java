package org.tiersmith.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Portfolio;
import org.tiersmith.strategy.Scenario;

/** The figures of a scenario by one SQL query over a table in memory. */
final class DuckDbPeer implements AutoCloseable {
  private static final String QUERY =
      """
      with asked as (
        select *, %s as wish, %s as cap from pairs),
      granted as (
        select *, %s as d from (select *, least(wish, cap) as tier from asked)),
      lifted as (
        select *, (1 - p0) * (1 - exp(-k * d)) as u from granted),
      figures as (
        select segment, tier, count(*) as pairs, sum(p0 + u) as units,
               sum((p0 + u) * price * (1 - d)) as revenue,
               sum((p0 + u) * (price * (1 - d) - cost)) as profit,
               sum((p0 + u) * price * d) as discount_cost,
               sum(u * (price * (1 - d) - cost) - p0 * price * d) as incremental_profit,
               sum(u * price * (1 - d) - p0 * price * d) as incremental_revenue,
               sum(p0 * price * d) as waste, sum(d) as rates
        from lifted group by segment, tier),
      reached as (
        select segment, count(distinct customer) as customers
        from lifted where tier > 0 group by segment)
      select sum(incremental_profit), (select sum(customers) from reached) from figures
      """;

  private final Connection connection;

  DuckDbPeer(Portfolio portfolio) throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create table pairs (segment integer, customer integer, p0 double, k double,"
              + " price double, cost double)");
    }
    try (DuckDBAppender appender =
        connection.unwrap(DuckDBConnection.class).createAppender("main", "pairs")) {
      for (int i = 0; i < portfolio.size(); i++) {
        appender.beginRow();
        appender.append(portfolio.segment()[i]);
        appender.append(portfolio.customer()[i]);
        appender.append(portfolio.p0()[i]);
        appender.append(portfolio.k()[i]);
        appender.append(portfolio.listPrice()[i]);
        appender.append(portfolio.unitCost()[i]);
        appender.endRow();
      }
    }
  }

  /** Computes all figures per segment and tier, and answers one of them in all. */
  double incrementalProfit(Scenario scenario) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query(scenario))) {
      result.next();
      return result.getDouble(1);
    }
  }

  private static String query(Scenario scenario) {
    if (!(scenario.policy() instanceof Policy.Classic classic)) {
      throw new IllegalArgumentException("only the classic rule is written in SQL");
    }
    double[] rates = scenario.tiers().toArray();
    double[] from = scenario.thresholds();
    StringBuilder wish = new StringBuilder("case");
    StringBuilder cap = new StringBuilder("case");
    StringBuilder rate = new StringBuilder("case tier");
    for (int t = rates.length - 1; t > 0; t--) {
      wish.append(when("%.17g * -ln(1 - p0) >= %.17g", classic.alpha().all(), from[t], t));
      if (rates[t] <= scenario.guardrails().maxDiscount()) {
        double left = (1 - rates[t]) * (1 - scenario.guardrails().minMargin());
        cap.append(when("price * %.17g >= cost * %.17g", left, 1 - 1e-12, t));
      }
      rate.append(String.format(Locale.ROOT, " when %d then %.17g", t, rates[t]));
    }
    return QUERY.formatted(wish + " else 0 end", cap + " else 0 end", rate + " else 0 end");
  }

  private static String when(String condition, double first, double second, int tier) {
    return String.format(Locale.ROOT, " when " + condition + " then %d", first, second, tier);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
