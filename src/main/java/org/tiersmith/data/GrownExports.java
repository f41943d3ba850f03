package org.tiersmith.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts together exports of events whose header changed a little from one month to the next, such as
 * by a new column. Only files whose names differ in numbers and months alone are parts of one: of
 * others, views beside purchases look the same.
 */
final class GrownExports {
  /** So much of the smaller header the other must have as well. */
  private static final double SHARED = 0.6;

  private static final List<String> IDS = List.of("customer_id", "product_id", "timestamp");

  /** Where only one of two has these, their rows tell different things. */
  private static final List<String> TELLING = List.of("type", "purchased", "rating", "text");

  private static final Pattern ENDINGS =
      Pattern.compile("\\.(csv|tsv|txt|gz|bz2|xz|zst|zip|xlsx?|jsonl?|parquet)(?=\\.|$)");
  private static final Pattern MONTHS =
      Pattern.compile(
          "(?<![a-z])(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?"
              + "|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)(?![a-z])");

  private GrownExports() {}

  /** The tables with those that are parts of one put together, the widest first. */
  static List<FoundSource> together(Collection<FoundSource> found) {
    List<FoundSource> all = new ArrayList<>();
    for (FoundSource source : found) {
      int at = 0;
      while (at < all.size() && !areParts(all.get(at), source)) {
        at++;
      }
      if (at == all.size()) {
        all.add(source);
      } else {
        all.set(at, widestFirst(all.get(at), source));
      }
    }
    return all;
  }

  /** The mapping is guessed from the first file, so that should have every column. */
  private static FoundSource widestFirst(FoundSource one, FoundSource other) {
    boolean grew = other.preview().columns().size() > one.preview().columns().size();
    return grew ? other.with(one) : one.with(other);
  }

  private static boolean areParts(FoundSource one, FoundSource other) {
    List<String> left = one.preview().columnNames();
    List<String> right = other.preview().columnNames();
    Set<String> shared = plain(left);
    shared.retainAll(plain(right));
    return name(one).equals(name(other))
        && shared.size() >= SHARED * Math.min(left.size(), right.size())
        && IDS.stream().allMatch(role -> has(shared, role))
        && TELLING.stream().allMatch(role -> has(left, role) == has(right, role));
  }

  private static boolean has(Collection<String> columns, String role) {
    return columns.stream()
        .anyMatch(
            c -> !RoleNames.plain(c).equals("id") && RoleNames.fits(TableKind.EVENTS, role, c));
  }

  private static Set<String> plain(List<String> columns) {
    return columns.stream().map(RoleNames::plain).collect(Collectors.toCollection(HashSet::new));
  }

  /** A file's name without its numbers, months and ending. */
  private static String name(FoundSource source) {
    String name = SourceFile.name(source.file()).toLowerCase(Locale.ROOT);
    String bare = ENDINGS.matcher(name).replaceAll("");
    return MONTHS.matcher(bare).replaceAll(" ").replaceAll("[\\d\\s()_.-]+", " ").strip();
  }
}
