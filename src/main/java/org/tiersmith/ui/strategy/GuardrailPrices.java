package org.tiersmith.ui.strategy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.Observable;
import org.tiersmith.strategy.BoundBy;
import org.tiersmith.strategy.GuardrailEffect;
import org.tiersmith.ui.kit.Formats;

/** What guardrails do to the answer that is shown, in words. */
final class GuardrailPrices {
  private final Live live;

  GuardrailPrices(Live live) {
    this.live = live;
  }

  /** How many pairs they bind and what that costs or saves. */
  String effect(Set<BoundBy> of) {
    Sum sum = sum(of);
    Formats formats = live.ui().formats();
    if (sum.rows() == 0) {
      return live.texts().get("guardrail.idle");
    }
    if (Double.isNaN(sum.cost())) {
      return live.texts().get("guardrail.rows", sum.rows());
    }
    return live.texts()
        .get(
            sum.cost() >= 0 ? "guardrail.costs" : "guardrail.saves",
            sum.rows(),
            formats.money(Math.abs(sum.cost())));
  }

  /** What all of them cost or save together; empty where none binds. */
  String total() {
    Sum sum = sum(EnumSet.complementOf(EnumSet.of(BoundBy.NONE)));
    if (sum.rows() == 0 || Double.isNaN(sum.cost())) {
      return "";
    }
    return live.texts()
        .get(
            sum.cost() >= 0 ? "guardrails.cost" : "guardrails.save",
            live.ui().formats().money(Math.abs(sum.cost())));
  }

  private List<GuardrailEffect> later() {
    return live.model().details().effectsProperty().get();
  }

  /** What the texts follow beside the answer. */
  Observable followed() {
    return live.model().details().effectsProperty();
  }

  private record Sum(long rows, double cost) {}

  private Sum sum(Set<BoundBy> of) {
    WhatIf.Answer answer = live.model().answerProperty().get();
    long rows = 0;
    double cost = 0;
    if (answer != null) {
      List<GuardrailEffect> told = answer.current().outcome().guardrails();
      for (GuardrailEffect effect : told.isEmpty() ? later() : told) {
        if (of.contains(effect.guardrail())) {
          rows += effect.rows();
          cost += effect.profitCost();
        }
      }
    }
    return new Sum(rows, cost);
  }
}
