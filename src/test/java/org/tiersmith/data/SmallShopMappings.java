package org.tiersmith.data;

import java.util.Objects;

/** Parts of mappings that tests know to be there. */
final class SmallShopMappings {
  private SmallShopMappings() {}

  static FileMapping events(RoleMapping mapping) {
    return Objects.requireNonNull(mapping.events());
  }
}
