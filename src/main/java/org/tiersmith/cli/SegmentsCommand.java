package org.tiersmith.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.profile.SegmentScheme;
import org.tiersmith.profile.SegmentSummary;
import org.tiersmith.service.CustomerUseCase;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.Workbench;
import org.tiersmith.task.JobContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the segments with what they are worth, and says by what to divide from now on. */
@Command(name = "segments", description = "Lists the customers' segments with their figures.")
final class SegmentsCommand extends ProjectCommand {
  private static final String ROW = "%-40s %10s %7s %14s %14s %9s %9s %9s %7s  %s";
  private static final int LONGEST_NAME = 40;

  @Option(
      names = "--by",
      paramLabel = "SCHEME",
      description = "rfm, cluster, topic, rules or column:NAME; the one in use without")
  private @Nullable String by;

  @Option(names = "--use", description = "divide so from now on, in strategies and tests too")
  private boolean use;

  SegmentsCommand(Workbench workbench, Console console, Interrupts interrupts) {
    super(workbench, console, interrupts);
  }

  @Override
  Result work(ProjectSession session, JobContext context) {
    CustomerUseCase customers = session.customers();
    if (use && by == null) {
      throw Problem.of("cli.use-what", "The option --use needs --by and a way to divide.");
    }
    SegmentScheme scheme = by == null ? customers.chosen() : customers.scheme(by);
    Text churn = session.portraits().made(context.part(0, 0.6)).report().churn().told();
    List<SegmentSummary> segments = session.segments().summaries(scheme, context.part(0.6, 1));
    if (use) {
      customers.choose(scheme);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("scheme", scheme.id());
    json.put("schemes", customers.schemes().stream().map(SegmentScheme::id).toList());
    json.put("segments", segments.stream().map(SegmentsCommand::json).toList());
    json.put("churn", churn.english());
    List<String> lines = lines(scheme, segments);
    lines.add("Churn: " + churn.english());
    return new Result(json, lines);
  }

  private static Map<String, @Nullable Object> json(SegmentSummary segment) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("segment", segment.name());
    json.put("customers", segment.customers());
    json.put("share", segment.share());
    json.put("revenue", segment.revenue());
    json.put("margin", segment.margin());
    json.put("orders", segment.orders());
    json.put("probability", segment.probability());
    json.put("discount_affinity", segment.discountAffinity());
    json.put("churn_risk", segment.churnRisk());
    json.put("keywords", segment.keywords());
    return json;
  }

  private static List<String> lines(SegmentScheme scheme, List<SegmentSummary> segments) {
    List<String> lines = new ArrayList<>();
    lines.add(scheme.title().english() + " (" + scheme.id() + ")");
    lines.add(
        String.format(
            ROW,
            "segment",
            "customers",
            "share",
            "revenue",
            "margin",
            "orders",
            "p(buy)",
            "discount",
            "churn",
            "keywords"));
    for (SegmentSummary segment : segments) {
      String name = segment.name();
      lines.add(
          String.format(
                  ROW,
                  name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name,
                  String.format("%,d", segment.customers()),
                  String.format("%.1f %%", 100 * segment.share()),
                  String.format("%,.0f", segment.revenue()),
                  segment.margin() == null ? "-" : String.format("%,.0f", segment.margin()),
                  String.format("%,d", segment.orders()),
                  rate(segment.probability()),
                  rate(segment.discountAffinity()),
                  rate(segment.churnRisk()),
                  String.join(", ", segment.keywords()))
              .stripTrailing());
    }
    return lines;
  }

  private static String rate(@Nullable Double value) {
    return value == null ? "-" : String.format("%.3f", value);
  }
}
