package org.tiersmith.ui.kit.chart;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** The colours of one chart, taken from the style sheet's {@code -ts-chart-*} properties. */
final class ChartColours {
  /** The roles that colours play. */
  enum Role {
    CARD("card"),
    LINE("line"),
    INK("ink"),
    QUIET("quiet"),
    GRID("grid"),
    FILL("fill"),
    GOOD("good"),
    SERIES_1("series-1"),
    SERIES_2("series-2"),
    SERIES_3("series-3"),
    SERIES_4("series-4"),
    SERIES_5("series-5"),
    TIER_NONE("tier-none"),
    TIER_LOW("tier-low"),
    TIER_HIGH("tier-high");

    private final String css;

    Role(String css) {
      this.css = "-ts-chart-" + css;
    }
  }

  private static final List<Role> SERIES =
      List.of(Role.SERIES_1, Role.SERIES_2, Role.SERIES_3, Role.SERIES_4, Role.SERIES_5);
  private static final StyleablePropertyFactory<CanvasChart<?>> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final Map<Role, CssMetaData<CanvasChart<?>, Color>> META_DATA = metaDataByRole();

  private final Map<Role, StyleableObjectProperty<Color>> properties = new EnumMap<>(Role.class);

  ChartColours(CanvasChart<?> chart) {
    META_DATA.forEach(
        (role, metaData) -> {
          var property = new SimpleStyleableObjectProperty<>(metaData, chart, role.css, Color.GRAY);
          property.subscribe(chart::redraw);
          properties.put(role, property);
        });
  }

  static List<CssMetaData<? extends Styleable, ?>> metaData() {
    return FACTORY.getCssMetaData();
  }

  Color of(Role role) {
    return property(role).get();
  }

  Color series(int index) {
    return of(SERIES.get(Math.floorMod(index, SERIES.size())));
  }

  /** The colour of tier {@code index} of {@code count}: none grey, then from light to strong. */
  Color tier(int index, int count) {
    if (index == 0) {
      return of(Role.TIER_NONE);
    }
    double share = count <= 2 ? 1 : (index - 1.0) / (count - 2);
    return of(Role.TIER_LOW).interpolate(of(Role.TIER_HIGH), share);
  }

  private StyleableObjectProperty<Color> property(Role role) {
    return Objects.requireNonNull(properties.get(role));
  }

  private static Map<Role, CssMetaData<CanvasChart<?>, Color>> metaDataByRole() {
    Map<Role, CssMetaData<CanvasChart<?>, Color>> byRole = new EnumMap<>(Role.class);
    Arrays.stream(Role.values())
        .forEach(
            role ->
                byRole.put(
                    role,
                    FACTORY.createColorCssMetaData(
                        role.css, chart -> chart.colours().property(role), Color.GRAY, false)));
    return byRole;
  }
}
