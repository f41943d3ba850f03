package org.tiersmith.training;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.TreeMap;

/** Settings as text, for provenance. */
final class SettingsText {
  private SettingsText() {}

  /** All components of a record and of the records in it, by their own names. */
  static Map<String, String> of(Record settings) {
    Map<String, String> map = new TreeMap<>();
    add(settings, map);
    return map;
  }

  private static void add(Record settings, Map<String, String> map) {
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      Object value;
      try {
        value = component.getAccessor().invoke(settings);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(component.toString(), e);
      }
      if (value instanceof Record nested) {
        add(nested, map);
      } else {
        map.put(component.getName(), String.valueOf(value));
      }
    }
  }
}
