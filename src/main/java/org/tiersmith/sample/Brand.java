package org.tiersmith.sample;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A maker of goods.
 *
 * @param name invented
 * @param departments where its goods are sold, at least one
 */
record Brand(String name, Set<Department> departments) {

  static List<Brand> all(Vocabulary words) {
    List<Brand> brands = new ArrayList<>();
    for (String line : words.list("brands")) {
      String[] cells = line.split("\\|", -1);
      Set<Department> departments = EnumSet.noneOf(Department.class);
      for (String key : cells[1].strip().split(" ", -1)) {
        departments.add(Department.valueOf(key.toUpperCase(Locale.ROOT)));
      }
      brands.add(new Brand(cells[0].strip(), departments));
    }
    return brands;
  }

  /** Those of {@code brands} with goods in a department. */
  static List<Brand> in(Department department, List<Brand> brands) {
    return brands.stream().filter(brand -> brand.departments.contains(department)).toList();
  }
}
