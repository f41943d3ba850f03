package org.tiersmith.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tiersmith.data.FileMapping;
import org.tiersmith.data.FilePreview;
import org.tiersmith.data.TableKind;

/**
 * A file that is about to be imported.
 *
 * @param kind what its rows are
 * @param mapping what its columns mean
 */
record ChosenFile(FilePreview preview, TableKind kind, FileMapping mapping) {
  private static final Pattern CUSTOMERS =
      Pattern.compile("customer|member|user|household|demographic|client|客户|会员|用户|顾客");
  private static final Pattern PRODUCTS =
      Pattern.compile("product|item|goods|sku|article|catalog|商品|产品|货品");

  Path file() {
    return preview.file();
  }

  String name() {
    return String.valueOf(file().getFileName());
  }

  /** Roles that must have a column and have none. */
  List<String> missingRoles() {
    return kind.required().stream()
        .filter(role -> !mapping.columns().containsKey(role))
        .filter(role -> !mapping.constants().containsKey(role))
        .toList();
  }

  ChosenFile withMapping(FileMapping other) {
    return new ChosenFile(preview, kind, other);
  }

  /** What a file probably holds, by its name; a person may correct it. */
  static TableKind kindByName(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (CUSTOMERS.matcher(name).find()) {
      return TableKind.CUSTOMERS;
    }
    return PRODUCTS.matcher(name).find() ? TableKind.PRODUCTS : TableKind.EVENTS;
  }
}
