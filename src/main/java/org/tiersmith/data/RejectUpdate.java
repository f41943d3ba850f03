package org.tiersmith.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/**
 * Keeps the rejects of earlier imports when newer files bring the data up to date: all but those
 * that came back mended, and those that the same file brings again.
 *
 * @param rejects Parquet file of the rejects of both
 * @param rows its rows
 * @param quality what the newer files' import noticed, and how many rows of before are left out
 */
public record RejectUpdate(Path rejects, long rows, QualityReport quality) {

  /** Puts the rejects of a newer import behind those of before. */
  public static RejectUpdate of(
      Path before, QualityReport quality, ImportResult fresh, Path folder, JobContext context) {
    Map<String, String> renamed = renamed(quality.rejects(), fresh.quality().rejects());
    Path out = folder.resolve("rejects.parquet");
    try (Duck duck = Duck.open(context)) {
      duck.run("CREATE TABLE returned(file VARCHAR, line BIGINT)");
      if (fresh.returned() != null) {
        duck.run("INSERT INTO returned FROM " + Duck.parquet(fresh.returned()));
      }
      duck.run("CREATE VIEW fresh AS FROM " + Duck.parquet(fresh.rejects()));
      duck.run(
          "CREATE TABLE rejects AS SELECT o.* REPLACE ("
              + names(renamed)
              + " AS file) FROM (SELECT NULL::VARCHAR AS cells WHERE false UNION ALL BY NAME FROM "
              + Duck.parquet(before)
              + ") AS o WHERE NOT EXISTS (FROM returned AS r WHERE r.file = o.file AND r.line ="
              + " o.line) AND NOT EXISTS (FROM fresh AS f WHERE f.file = o.file AND f.\"row\" ="
              + " o.\"row\" AND coalesce(f.cells, '') = coalesce(o.cells, ''))");
      long earlier = duck.whole("SELECT count(*) FROM rejects");
      Set<String> files =
          new HashSet<>(duck.list("SELECT DISTINCT file FROM rejects", row -> row.words(0)));
      duck.run("INSERT INTO rejects BY NAME FROM fresh");
      duck.run(
          "COPY (FROM rejects ORDER BY file, line) TO "
              + Duck.text(out)
              + " (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2)");
      return new RejectUpdate(
          out,
          duck.whole("SELECT count(*) FROM rejects"),
          report(fresh, columns(quality.rejects(), renamed, files), earlier));
    }
  }

  /** Files of before that have the name of a newer one but other columns, and their new names. */
  private static Map<String, String> renamed(
      List<RejectColumns> before, List<RejectColumns> fresh) {
    Map<String, List<String>> taken = new LinkedHashMap<>();
    before.forEach(one -> taken.put(one.file(), one.columns()));
    Map<String, String> renamed = new LinkedHashMap<>();
    for (RejectColumns one : fresh) {
      List<String> columns = taken.get(one.file());
      if (columns != null && !columns.equals(one.columns())) {
        String name = one.file() + " (earlier)";
        for (int n = 2; taken.containsKey(name); n++) {
          name = one.file() + " (earlier " + n + ")";
        }
        taken.put(name, columns);
        renamed.put(one.file(), name);
      }
    }
    return renamed;
  }

  private static String names(Map<String, String> renamed) {
    if (renamed.isEmpty()) {
      return "o.file";
    }
    StringBuilder sql = new StringBuilder("CASE o.file");
    renamed.forEach(
        (from, to) ->
            sql.append(" WHEN ").append(Duck.text(from)).append(" THEN ").append(Duck.text(to)));
    return sql.append(" ELSE o.file END").toString();
  }

  private static List<RejectColumns> columns(
      List<RejectColumns> before, Map<String, String> renamed, Set<String> files) {
    return before.stream()
        .map(
            one ->
                new RejectColumns(
                    Objects.requireNonNullElse(renamed.get(one.file()), one.file()), one.columns()))
        .filter(one -> files.contains(one.file()))
        .toList();
  }

  private static QualityReport report(
      ImportResult fresh, List<RejectColumns> before, long earlier) {
    QualityReport quality = fresh.quality();
    List<Finding> findings = new ArrayList<>();
    if (earlier > 0) {
      findings.add(
          new Finding(
              Finding.Level.REJECTED,
              earlier,
              Text.of(
                  "rejected.earlier",
                  "{0} {0,choice,1#row|1<rows} that earlier imports left out {0,choice,1#is|1<are}"
                      + " still among the rejected rows.",
                  earlier)));
    }
    findings.addAll(quality.findings());
    findings.add(
        new Finding(
            Finding.Level.NOTE,
            fresh.events(),
            Text.of(
                "quality.of-update",
                "This report tells of the {0} events brought in last, not of those of before.",
                fresh.events())));
    Map<String, RejectColumns> columns = new LinkedHashMap<>();
    before.forEach(one -> columns.put(one.file(), one));
    quality.rejects().forEach(one -> columns.put(one.file(), one));
    return new QualityReport(
        findings,
        quality.rules(),
        quality.columns(),
        quality.contacts(),
        List.copyOf(columns.values()));
  }
}
