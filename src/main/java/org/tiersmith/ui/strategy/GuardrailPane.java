package org.tiersmith.ui.strategy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.service.StrategyGround;
import org.tiersmith.strategy.BoundBy;
import org.tiersmith.strategy.Cap;
import org.tiersmith.strategy.Exclusion;
import org.tiersmith.strategy.Guardrails;
import org.tiersmith.strategy.Precedence;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.strategy.Scope;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.Icons;
import org.tiersmith.ui.kit.LabelledSlider;
import org.tiersmith.ui.kit.LabelledSlider.Layout;
import org.tiersmith.ui.kit.LabelledSlider.Range;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.ValueFormat;
import org.tiersmith.ui.strategy.NamedList.Item;
import org.tiersmith.ui.strategy.NamedList.Values;

/** The hard limits, each with how many pairs it binds and what it costs. */
final class GuardrailPane extends VBox {
  private static final double STEP = 0.01;
  private static final double USUAL_CAP = 0.2;

  private final Live live;
  private final GuardrailPrices prices;

  GuardrailPane(Live live, StrategyDesk desk) {
    super(12);
    this.live = live;
    this.prices = new GuardrailPrices(live);
    Limits limits = new Limits(live, prices);
    getChildren()
        .addAll(
            header(),
            findings(),
            slider(
                "margin-floor",
                0.9,
                EnumSet.of(BoundBy.MARGIN_FLOOR, BoundBy.BELOW_COST),
                s -> s.guardrails().minMargin(),
                Edits::minMargin),
            slider(
                "cap",
                1,
                EnumSet.of(BoundBy.CAP),
                s -> s.guardrails().maxDiscount(),
                Edits::maxDiscount),
            slider(
                "min-rate",
                0.5,
                EnumSet.of(BoundBy.MIN_RATE),
                s -> s.guardrails().minRate(),
                Edits::minRate),
            limits.perCustomer(),
            limits.budget(),
            caps(desk),
            exclusions(desk));
  }

  private Node header() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label total = Labels.muted(live.text(prices::total, prices.followed()));
    total.setId("guardrail-total");
    HBox header = new HBox(8, Labels.section(live.texts().bind("guardrails")), gap, total);
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  /** What contradicts itself, above what it is about. */
  private Node findings() {
    Label label =
        Labels.paragraph(
            live.text(
                () ->
                    live.model().details().findingsProperty().get().stream()
                        .map(live.ui().language()::say)
                        .collect(Collectors.joining("\n")),
                live.model().details().findingsProperty()));
    label.setId("findings");
    HBox.setHgrow(label, Priority.ALWAYS);
    HBox strip = new HBox(8, Icons.of(Feather.ALERT_TRIANGLE), label);
    strip.getStyleClass().add("ts-strip");
    strip.setAlignment(Pos.TOP_LEFT);
    strip
        .visibleProperty()
        .bind(live.model().details().findingsProperty().map(found -> !found.isEmpty()));
    strip.managedProperty().bind(strip.visibleProperty());
    return strip;
  }

  private LabelledSlider slider(
      String id,
      double max,
      Set<BoundBy> effects,
      ToDoubleFunction<Scenario> read,
      DoubleFunction<UnaryOperator<Scenario>> write) {
    LabelledSlider slider =
        new LabelledSlider(
            Layout.STACKED,
            live.texts().bind(id),
            new Range(0, max, STEP),
            ValueFormat.percent(0),
            live.ui().formats(),
            live.ui().language());
    slider.setId(id);
    ScenarioSlider.tie(slider, live.model(), STEP, read, write);
    return slider.captioned(live.text(() -> prices.effect(effects), prices.followed()));
  }

  private Node caps(StrategyDesk desk) {
    Values values = new Values(ValueFormat.percent(0), USUAL_CAP, 1, STEP);
    NamedList list =
        new NamedList(
            live,
            desk,
            "caps",
            scopes(),
            values,
            items ->
                live.model()
                    .edit(
                        "",
                        Edits.caps(
                            items.stream()
                                .map(i -> new Cap(i.scope(), i.name(), i.value()))
                                .toList())));
    follow(
        guardrails ->
            list.show(
                guardrails.caps().stream()
                    .map(cap -> new Item(cap.scope(), cap.name(), cap.maxRate()))
                    .toList()));
    return new VBox(
        4,
        header("caps", precedence()),
        Labels.muted(
            live.text(
                () -> prices.effect(EnumSet.range(BoundBy.SEGMENT_CAP, BoundBy.CUSTOMER_CAP)),
                prices.followed())),
        list);
  }

  private Node exclusions(StrategyDesk desk) {
    NamedList list =
        new NamedList(
            live,
            desk,
            "exclusions",
            scopes(),
            null,
            items ->
                live.model()
                    .edit(
                        "",
                        Edits.exclusions(
                            items.stream().map(i -> new Exclusion(i.scope(), i.name())).toList())));
    follow(
        guardrails ->
            list.show(
                guardrails.exclusions().stream()
                    .map(e -> new Item(e.scope(), e.name(), Double.NaN))
                    .toList()));
    return new VBox(
        4,
        header("exclusions", new Region()),
        Labels.muted(
            live.text(() -> prices.effect(EnumSet.of(BoundBy.EXCLUDED)), prices.followed())),
        list);
  }

  private Node header(String key, Node action) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label name = Labels.plain(live.texts().bind(key));
    name.setMinWidth(USE_PREF_SIZE);
    HBox header = new HBox(6, name, gap, action);
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private List<Scope> scopes() {
    StrategyGround ground = live.model().groundProperty().get();
    return ground == null || ground.categories().isEmpty()
        ? List.of(Scope.SEGMENT, Scope.PRODUCT, Scope.CUSTOMER)
        : List.of(Scope.values());
  }

  private ComboBox<Precedence> precedence() {
    ComboBox<Precedence> chooser =
        Combos.of(live.ui().language(), which -> live.texts().choice("precedence", which));
    chooser.setId("precedence");
    chooser.setMinWidth(100);
    chooser.setPrefWidth(158);
    chooser.getStyleClass().add("ts-small");
    chooser.getItems().setAll(Precedence.values());
    chooser.accessibleTextProperty().bind(live.texts().bind("precedence"));
    follow(guardrails -> chooser.setValue(guardrails.precedence()));
    chooser
        .valueProperty()
        .subscribe(
            which -> {
              Scenario shown = live.model().currentProperty().get();
              if (which != null && shown != null && shown.guardrails().precedence() != which) {
                live.model().edit("", Edits.precedence(which));
              }
            });
    return chooser;
  }

  private void follow(java.util.function.Consumer<Guardrails> show) {
    live.model()
        .currentProperty()
        .subscribe(
            (@Nullable Scenario scenario) -> {
              if (scenario != null) {
                show.accept(scenario.guardrails());
              }
            });
  }
}
