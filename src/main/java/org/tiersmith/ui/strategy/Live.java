package org.tiersmith.ui.strategy;

import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import org.tiersmith.service.GivenNames;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** What the parts of this screen share: the window, the texts and the state. */
record Live(Ui ui, Texts texts, StrategyViewModel model) {

  /** A text that follows the answer, the language and the currency. */
  StringBinding text(Supplier<String> text) {
    return Bindings.createStringBinding(text::get, followed());
  }

  /** A text that follows those and more. */
  StringBinding text(Supplier<String> text, Observable... more) {
    return Bindings.createStringBinding(
        text::get,
        Stream.concat(Stream.of(followed()), Stream.of(more)).toArray(Observable[]::new));
  }

  /** A scenario's name in the present language. */
  String scenario(Scenario scenario) {
    return ui.language().say(GivenNames.scenario(scenario.name()));
  }

  /** A segment's name in the present language. */
  String segment(String name) {
    return ui.language().say(GivenNames.segment(name));
  }

  /** A value that follows the same. */
  <T> ObjectBinding<T> value(Supplier<T> value) {
    return Bindings.createObjectBinding(value::get, followed());
  }

  /** Runs now and whenever one of them changes. */
  void follow(Runnable redraw, Observable... more) {
    Stream.concat(Stream.of(followed()), Stream.of(more))
        .forEach(observable -> observable.subscribe(redraw));
    redraw.run();
  }

  private Observable[] followed() {
    return new Observable[] {
      model.answerProperty(), ui.language().tongueProperty(), ui.formats().currencyProperty()
    };
  }
}
