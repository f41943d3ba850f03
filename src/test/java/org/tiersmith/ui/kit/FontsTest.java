package org.tiersmith.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiersmith.ui.Fx;
import org.tiersmith.ui.kit.Theme.Mode;

class FontsTest {
  @ParameterizedTest
  @ValueSource(strings = {"陶瓷壶 600 ml", "，", "ｆｕｌｌ", "𠮷", "ひらがな"})
  void knowTextsThatNeedTheChineseFont(String text) {
    assertThat(Fonts.isChinese(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Cast-iron pan, 28 cm", "α − β · 31 %", "Größe", "😀"})
  void leaveOtherTextsInInter(String text) {
    assertThat(Fonts.isChinese(text)).isFalse();
  }

  @Test
  void aLabelTakesTheFontThatHasItsSigns() {
    String[] families =
        Fx.call(
            () -> {
              Label label = new Label("Cast-iron pan");
              Scene scene = new Scene(new StackPane(label));
              new Theme(Mode.LIGHT).dress(scene);
              Stage stage = new Stage();
              stage.setScene(scene);
              stage.show();
              String before = family(label);
              label.setText("陶瓷手冲咖啡壶");
              String chinese = family(label);
              label.setText("Desk lamp");
              String after = family(label);
              stage.close();
              return new String[] {before, chinese, after};
            });
    assertThat(families).containsExactly("Inter", "Noto Sans SC", "Inter");
  }

  private static String family(Label label) {
    label.applyCss();
    return label.getFont().getFamily();
  }
}
