package org.tiersmith.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.tiersmith.ui.kit.Language.Tongue;

class FormatsTest {
  private final Language language = new Language(Tongue.ENGLISH);
  private final Formats formats = new Formats(language);

  @Test
  void writeNumbersAsPeopleDo() {
    assertThat(formats.count(1_240_318)).isEqualTo("1,240,318");
    assertThat(formats.percent(0.314, 0)).isEqualTo("31 %");
    assertThat(formats.number(-0.418, 2)).isEqualTo("−0.42");
    assertThat(formats.number(-0.001, 2)).isEqualTo("0.00");
    assertThat(formats.compact(238_900)).isEqualTo("238.9k");
    assertThat(formats.compact(0.25)).isEqualTo("0.25");
  }

  @Test
  void countInTenThousandsInChinese() {
    language.speak(Tongue.CHINESE);
    assertThat(formats.compact(223_900)).isEqualTo("22.4万");
    assertThat(formats.compact(-3_400_000)).isEqualTo("−340万");
    assertThat(formats.compact(152_000_000)).isEqualTo("1.5亿");
    assertThat(formats.compact(9_000)).isEqualTo("9,000");
  }

  @Test
  void sayThatANumberIsUnknown() {
    assertThat(formats.number(Double.NaN, 2)).isEqualTo("–");
    assertThat(formats.percent(Double.NaN, 0)).isEqualTo("–");
    assertThat(formats.money(Double.NaN)).isEqualTo("–");
  }

  @Test
  void writeMoneyWithTheProjectsCurrency() {
    assertThat(formats.money(151.2)).isEqualTo("151.20");
    formats.currencyProperty().set("¥");
    assertThat(formats.money(182_400.4)).isEqualTo("¥ 182,400");
    assertThat(formats.money(-6_210)).isEqualTo("−¥ 6,210");
    assertThat(formats.largePrint(3_083_421)).isEqualTo("¥ 3.08M");
    assertThat(formats.largePrint(-12_345_678)).isEqualTo("−¥ 12.35M");
    assertThat(formats.largePrint(999_999)).isEqualTo("¥ 999,999");
    assertThat(formats.largePrint(Double.NaN)).isEqualTo("–");
  }

  @Property
  void whatIsShownCanBeReadBack(@ForAll @DoubleRange(min = -1e6, max = 1e6) double value) {
    ValueFormat format = ValueFormat.percent(2);
    double read = format.read(format.show(value, formats), language).orElseThrow();
    assertThat(read).isCloseTo(value, org.assertj.core.data.Offset.offset(1e-4));
  }

  @Test
  void takeNoNumberForWhatIsNone() {
    ValueFormat format = ValueFormat.percent(0);
    assertThat(format.read("32", language)).hasValue(0.32);
    assertThat(format.read("32%", language)).hasValue(0.32);
    assertThat(format.read("much", language)).isEmpty();
    assertThat(format.read("3 2", language)).isEmpty();
    assertThat(format.read("", language)).isEmpty();
  }
}
