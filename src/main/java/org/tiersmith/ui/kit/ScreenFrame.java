package org.tiersmith.ui.kit;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.feather.Feather;

/**
 * What the rail and the top bar show of a screen. A screen makes it once and keeps it, for its
 * texts live as long as somebody holds them.
 *
 * @param id stable, as in settings: {@code home}, {@code data}, ...
 * @param name the name in the rail and the title in the top bar
 * @param badge the few words at the right in the rail, for example "5 tables"; empty for none
 * @param enabled whether the screen can be opened now
 */
public record ScreenFrame(
    String id,
    Feather icon,
    ObservableValue<String> name,
    ObservableValue<String> badge,
    ObservableValue<Boolean> enabled) {

  /** A screen that can always be opened and has no badge. */
  public static ScreenFrame of(String id, Feather icon, ObservableValue<String> name) {
    return new ScreenFrame(
        id, icon, name, new ReadOnlyStringWrapper(""), new ReadOnlyBooleanWrapper(true));
  }

  public ScreenFrame withBadge(ObservableValue<String> words) {
    return new ScreenFrame(id, icon, name, words, enabled);
  }

  /** The frame of a screen that cannot be opened. */
  public ScreenFrame disabled() {
    return new ScreenFrame(id, icon, name, badge, new ReadOnlyBooleanWrapper(false));
  }
}
