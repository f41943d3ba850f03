package org.tiersmith.ui.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tiersmith.data.ContactColumn;
import org.tiersmith.data.ImportPreview;
import org.tiersmith.data.PreviewRequest;
import org.tiersmith.data.Privacy;

/** The columns by which a person could be known, as previews of the files found them. */
final class Contacts {
  private final Map<Path, List<ContactColumn>> found = new LinkedHashMap<>();
  private final Map<Path, String> ids = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<List<ContactColumn>> all =
      new ReadOnlyObjectWrapper<>(this, "all", List.of());

  /** All of them, file by file. */
  ReadOnlyObjectProperty<List<ContactColumn>> allProperty() {
    return all.getReadOnlyProperty();
  }

  /** Whether a file has been looked through. */
  boolean has(Path file) {
    return found.containsKey(file);
  }

  /** Takes what a preview found. */
  void take(PreviewRequest request, ImportPreview preview) {
    if (preview.problem() == null || !preview.source().contacts().isEmpty()) {
      Path file = request.part().file();
      ids.put(file, request.part().columns().getOrDefault("customer_id", ""));
      found.put(file, preview.source().contacts());
      all.set(found.values().stream().flatMap(List::stream).toList());
    }
  }

  /** Forgets files that are no longer there. */
  void keep(List<Path> files) {
    if (found.keySet().retainAll(new HashSet<>(files))) {
      all.set(found.values().stream().flatMap(List::stream).toList());
    }
  }

  /** Whether a column tells the customers apart, so that it can be hidden but not left out. */
  boolean isId(ContactColumn contact) {
    return found.entrySet().stream()
        .filter(entry -> entry.getValue().contains(contact))
        .anyMatch(entry -> contact.column().equalsIgnoreCase(ids.get(entry.getKey())));
  }

  /** Whether a column is left out. */
  static boolean isDropped(Privacy privacy, String column) {
    return privacy.dropContacts()
        || privacy.dropColumns().stream().anyMatch(drop -> drop.equalsIgnoreCase(column));
  }

  /**
   * Leaves a column out, or keeps it. Where one is kept, the others are named one by one, for the
   * engine knows only all or those named.
   */
  Privacy with(Privacy privacy, String column, boolean dropped) {
    Set<String> drop = new LinkedHashSet<>(privacy.dropColumns());
    if (privacy.dropContacts() && !dropped) {
      all.get().stream()
          .filter(contact -> !isId(contact))
          .forEach(contact -> drop.add(contact.column()));
    }
    drop.removeIf(one -> one.equalsIgnoreCase(column));
    if (dropped) {
      drop.add(column);
    }
    boolean still = privacy.dropContacts() && dropped;
    return new Privacy(privacy.pseudonymise(), still, new ArrayList<>(drop));
  }
}
