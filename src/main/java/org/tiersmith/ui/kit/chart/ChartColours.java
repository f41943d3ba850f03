package org.tiersmith.ui.kit.chart;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** The colours of one chart, taken from the style sheet's {@code -ts-chart-*} properties. */
final class ChartColours {
  private static final StyleablePropertyFactory<CanvasChart<?>> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());

  /** The roles that colours play. */
  enum Role {
    INK("ink"),
    QUIET("quiet"),
    GRID("grid"),
    GROUND("ground"),
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

    private final CssMetaData<CanvasChart<?>, Color> metaData;

    Role(String name) {
      metaData =
          FACTORY.createColorCssMetaData(
              "-ts-chart-" + name, chart -> chart.colours().property(this), Color.GRAY, false);
    }
  }

  private static final Role[] ROLES = Role.values();
  private static final int SERIES = 5;

  private final List<StyleableObjectProperty<Color>> properties;

  ChartColours(CanvasChart<?> chart) {
    properties =
        java.util.Arrays.stream(ROLES)
            .<StyleableObjectProperty<Color>>map(
                role -> {
                  var property =
                      new SimpleStyleableObjectProperty<>(
                          role.metaData, chart, role.name(), Color.GRAY);
                  property.subscribe(chart::requestLayout);
                  return property;
                })
            .toList();
  }

  static List<CssMetaData<? extends Styleable, ?>> metaData() {
    return ROLES.length > 0 ? FACTORY.getCssMetaData() : List.of();
  }

  Color of(Role role) {
    return property(role).get();
  }

  Color series(int index) {
    return of(ROLES[Role.SERIES_1.ordinal() + Math.floorMod(index, SERIES)]);
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
    return properties.get(role.ordinal());
  }
}
