package org.tiersmith.ui.data;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.tiersmith.data.ImportPreview;
import org.tiersmith.data.TableKind;
import org.tiersmith.model.Text;
import org.tiersmith.ui.kit.Texts;

/** Names of roles, which of them a file may have, and what is wrong with one. */
final class RoleNaming {
  private static final List<String> PRICES = List.of("list_price", "discount_rate");

  private RoleNaming() {}

  /** A role's name; an attribute's is its own. */
  static ObservableValue<String> name(Texts texts, String role) {
    return isKnown(role) ? texts.bind("role." + role) : new ReadOnlyStringWrapper(role);
  }

  /** Roles of fixed meaning that a file may have, without those that tell prices of sales. */
  static List<String> of(TableKind kind) {
    List<String> roles = new ArrayList<>(kind.roles());
    if (kind == TableKind.EVENTS) {
      roles.removeAll(prices());
      roles.addAll(TableKind.PRODUCT_WORDS);
    }
    return roles;
  }

  /** Roles that tell prices of sales. */
  static List<String> prices() {
    List<String> prices = new ArrayList<>(PRICES);
    prices.addAll(TableKind.PAID);
    return prices;
  }

  /** Whether a name is a role of fixed meaning for rows of a kind. */
  static boolean isRole(TableKind kind, String name) {
    return kind.roles().contains(name) || of(kind).contains(name);
  }

  /** Why a role's column or formula can't be used, or nothing. */
  static boolean isFault(ImportPreview preview, String bound) {
    Text problem = preview.problem();
    if (problem == null || bound.isEmpty()) {
      return false;
    }
    String source = bound.startsWith("=") ? bound.substring(1).strip() : bound;
    return problem.key().startsWith("import.") && problem.arguments().contains(source);
  }

  private static boolean isKnown(String role) {
    return List.of(TableKind.values()).stream().anyMatch(kind -> isRole(kind, role));
  }
}
