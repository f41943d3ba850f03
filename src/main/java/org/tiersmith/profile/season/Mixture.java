package org.tiersmith.profile.season;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The mean of several forecasts, which errs less than most of them (Bates and Granger, 1969). */
record Mixture(List<Method> methods) implements Method {

  @Override
  public String name() {
    return methods.stream().map(Method::name).collect(Collectors.joining(" + "));
  }

  @Override
  public int needs(int ahead) {
    return methods.stream().mapToInt(method -> method.needs(ahead)).max().orElse(1);
  }

  @Override
  public Fit fit(WeeklySeries series, int ahead) {
    List<Fit> fits = methods.stream().map(method -> method.fit(series, ahead)).toList();
    double[] fitted = new double[series.size()];
    double[] next = new double[ahead];
    Arrays.setAll(
        fitted, t -> fits.stream().mapToDouble(fit -> fit.fitted()[t]).average().orElse(0));
    Arrays.setAll(next, i -> fits.stream().mapToDouble(fit -> fit.ahead()[i]).average().orElse(0));
    return new Fit(fitted, next);
  }
}
