package org.tiersmith.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.model.Problem;

class EncoderCatalogueTest {
  @TempDir Path folder;

  @Test
  void listsTheClassPathThenCompleteFolders() throws IOException {
    Files.createDirectories(folder.resolve("notes"));
    assertThat(TinyEncoder.catalogue(folder).list())
        .extracting(EncoderInfo::id)
        .containsExactly(
            "all-minilm-l6-v2", "bge-small-en-v15", "e5-small-v2", "bge-small-zh-v15", "tiny");
  }

  @Test
  void needsNoFolder() {
    assertThat(new EncoderCatalogue(folder.resolve("none")).list()).hasSize(4);
  }

  @Test
  void proposesByLanguage() {
    EncoderCatalogue catalogue = new EncoderCatalogue(folder);
    assertThat(catalogue.propose("zh").id()).isEqualTo("bge-small-zh-v15");
    assertThat(catalogue.propose("en").id()).isEqualTo("all-minilm-l6-v2");
    assertThat(catalogue.propose("fr").id()).isEqualTo("all-minilm-l6-v2");
  }

  @Test
  void saysWhichEncodersThereAre() {
    assertThatThrownBy(() -> new EncoderCatalogue(folder).find("gpt"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no base model gpt")
        .hasMessageContaining("bge-small-zh-v15");
  }

  @Test
  void readsAFolder() throws IOException {
    EncoderCatalogue catalogue = TinyEncoder.catalogue(folder);
    BertConfig config = catalogue.load("tiny").config();
    assertThat(config.layers()).isEqualTo(2);
    assertThat(config.heads()).isEqualTo(2);
    try (Tokeniser tokeniser = catalogue.tokeniser("tiny")) {
      int[][] pieces = tokeniser.pieces(List.of("Loves the BOOKS", "", "loves a mug and"), 3);
      assertThat(pieces[0]).containsExactly(4, 19, 8);
      assertThat(pieces[1]).isEmpty();
      assertThat(pieces[2]).containsExactly(4, 10, 11);
      assertThat(tokeniser.start()).isEqualTo(2);
      assertThat(tokeniser.separator()).isEqualTo(3);
    }
  }
}
