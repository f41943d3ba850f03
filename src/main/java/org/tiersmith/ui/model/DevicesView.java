package org.tiersmith.ui.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.encoder.DeviceInfo;
import org.tiersmith.model.Text;

/**
 * The processors of this machine.
 *
 * @param all the CPU first
 * @param note why a GPU among them is not used; null where none is left out
 */
record DevicesView(List<DeviceInfo> all, @Nullable Text note) {
  static final DevicesView NONE = new DevicesView(List.of(), null);
}
