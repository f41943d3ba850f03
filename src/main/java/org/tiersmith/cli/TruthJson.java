package org.tiersmith.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.service.JudgedPolicy;
import org.tiersmith.service.LearnedFit;
import org.tiersmith.service.TruthReport;

/** A report on the truth for scripts; a figure that is not known is null. */
final class TruthJson {
  private TruthJson() {}

  static Map<String, @Nullable Object> of(TruthReport report) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("pairs", report.pairs());
    json.put("budget", report.budget());
    json.put("rate", report.rate());
    json.put("policies", judged(report.policies()));
    json.put("causes", judged(report.causes()));
    json.put("budgets", judged(report.budgets()));
    json.put("fit", fit(report.fit()));
    return json;
  }

  private static List<Map<String, @Nullable Object>> judged(List<JudgedPolicy> policies) {
    return policies.stream().map(TruthJson::judged).toList();
  }

  private static Map<String, @Nullable Object> judged(JudgedPolicy policy) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("policy", policy.name());
    json.put("believed_incremental_profit", known(policy.believed()));
    json.put("incremental_profit", known(policy.profit()));
    json.put("discount_cost", known(policy.cost()));
    json.put("waste_share", known(policy.wasteShare()));
    json.put("coverage", known(policy.coverage()));
    json.put("oracle_incremental_profit", known(policy.oracle()));
    json.put("regret", known(policy.regret()));
    json.put("share_of_oracle", known(policy.shareOfOracle()));
    return json;
  }

  private static Map<String, @Nullable Object> fit(LearnedFit fit) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("mean_p0", known(fit.meanP0()));
    json.put("true_mean_p0", known(fit.trueMeanP0()));
    json.put("logit_correlation", known(fit.logitCorrelation()));
    json.put("mean_k", known(fit.meanK()));
    json.put("true_mean_k", known(fit.trueMeanK()));
    json.put("k_correlation", known(fit.kCorrelation()));
    return json;
  }

  private static @Nullable Double known(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
