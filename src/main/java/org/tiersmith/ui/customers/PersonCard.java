package org.tiersmith.ui.customers;

import java.util.function.DoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.profile.CustomerPortrait;
import org.tiersmith.profile.CustomerTraits;
import org.tiersmith.profile.churn.ChurnFeature;
import org.tiersmith.profile.churn.RiskModel;
import org.tiersmith.service.GivenNames;
import org.tiersmith.ui.customers.PeopleViewModel.Person;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Facts;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.LoadState;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** The facts of one customer: what is known, and what was worked out, with reasons. */
final class PersonCard extends VBox {
  private final Ui ui;
  private final Texts texts;
  private final Formats formats;
  private final PeopleViewModel model;
  private final Facts facts = new Facts();

  PersonCard(PeopleViewModel model, Ui ui, Texts texts) {
    this.model = model;
    this.ui = ui;
    this.texts = texts;
    this.formats = ui.formats();
    Card card = new Card(title(), facts).growing(facts);
    facts.setId("facts");
    setVgrow(card, Priority.ALWAYS);
    setVgrow(this, Priority.ALWAYS);
    getChildren().add(card);
    model.personProperty().subscribe(this::show);
    model.traits().valueProperty().subscribe(this::show);
    model.traits().stateProperty().subscribe(this::show);
    ui.language().tongueProperty().subscribe(this::show);
    ui.formats().currencyProperty().subscribe(this::show);
    show();
  }

  private ObservableValue<String> title() {
    return Bindings.createStringBinding(
        () -> {
          Person person = model.personProperty().get();
          return person == null
              ? texts.get("one-customer")
              : texts.get("customer", person.portrait().customerId());
        },
        model.personProperty(),
        texts.language().tongueProperty());
  }

  private void show() {
    facts.clear();
    Person person = model.personProperty().get();
    if (person == null) {
      return;
    }
    CustomerPortrait portrait = person.portrait();
    fact("revenue", formats.money(portrait.revenue()));
    fact("orders", formats.count(portrait.orders()));
    if (portrait.firstSeen() != null && portrait.lastSeen() != null) {
      fact("first-seen", formats.date(portrait.firstSeen().toLocalDate()));
      fact("last-seen", formats.date(portrait.lastSeen().toLocalDate()));
    }
    portrait.attributes().forEach((name, value) -> facts.fact(said(name), value));
    CustomerTraits traits = model.traits().valueProperty().get();
    if (traits != null) {
      showTraits(traits);
    } else if (model.traits().stateProperty().get() == LoadState.LOADING) {
      facts.group(texts.bind("working"));
    }
  }

  private void showTraits(CustomerTraits traits) {
    facts.group(texts.bind("worked-out"));
    CustomerTraits.Scores scores = traits.scores();
    if (scores != null) {
      fact(
          "rfm",
          texts.get(
              "rfm.value",
              ui.language().say(GivenNames.segment(traits.segment())),
              scores.recency(),
              scores.frequency(),
              scores.monetary()));
    }
    if (traits.recencyDays() != null) {
      fact("recency-days", texts.get("days", traits.recencyDays()));
    }
    number("basket", traits.basket(), formats::money);
    number("price-level", traits.priceLevel(), v -> formats.percent(v, 0));
    facts.fact(
        texts.bind("affinity"),
        traits.discountAffinity() == null ? "–" : formats.percent(traits.discountAffinity(), 1),
        texts.bind("affinity.about"));
    number("mean-discount", traits.meanDiscount(), v -> formats.percent(v, 1));
    if (traits.season() != null) {
      fact("peak-season", ui.language().say(GivenNames.season(traits.season())));
    }
    if (traits.churnRisk() != null) {
      facts.group(texts.bind("churn-reasons"));
      number("churn", traits.churnRisk(), v -> formats.percent(v, 0));
      traits.churnReasons().forEach(reason -> reason(reason, traits));
    }
    facts.note(said(ui.language().say(traits.churnTold())));
  }

  /** What a feature is, and whether it raises or lowers the risk. */
  private void reason(RiskModel.Reason reason, CustomerTraits of) {
    String effect =
        texts.get(
            reason.contribution() > 0 ? "reason.raises" : "reason.lowers",
            plain(value(reason, of)));
    facts.fact(said(texts.choice("feature", reason.feature())), effect);
  }

  /** The risk looks ahead from the day after the last; here days since a purchase are told once. */
  private static double value(RiskModel.Reason reason, CustomerTraits of) {
    return reason.feature() == ChurnFeature.RECENCY && of.recencyDays() != null
        ? of.recencyDays()
        : reason.value();
  }

  private String plain(double value) {
    boolean whole = value == Math.rint(value);
    return formats.number(value, whole || Math.abs(value) >= 10 ? 0 : 1);
  }

  private void number(String key, @Nullable Double value, DoubleFunction<String> format) {
    if (value != null) {
      fact(key, format.apply(value));
    }
  }

  private void fact(String key, String value) {
    facts.fact(texts.bind(key), value);
  }

  private static ObservableValue<String> said(String text) {
    return new ReadOnlyStringWrapper(text);
  }
}
