package org.tiersmith.profile.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;

/** Topics that were planted are found, the same ones each time. */
class TopicsTest {
  private static final List<List<String>> PLANTED =
      List.of(
          List.of("kettle", "teapot", "mug", "saucer", "tray", "spoon", "jug", "cup"),
          List.of("tent", "rope", "lantern", "rucksack", "compass", "boots", "stove", "map"),
          List.of("绿茶", "红茶", "茶壶", "乌龙茶", "茶杯", "普洱茶", "花茶", "茶具"),
          List.of("piano", "violin", "flute", "guitar", "drum", "trumpet", "harp", "cello"));
  private static final int CUSTOMERS = 240;

  private static Topics topics;
  private static String said;

  @BeforeAll
  static void find() {
    PrintStream before = System.err;
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    System.setErr(new PrintStream(heard, true, StandardCharsets.UTF_8));
    try {
      topics = find(JobContext.detached());
    } finally {
      System.setErr(before);
    }
    said = heard.toString(StandardCharsets.UTF_8);
  }

  @Test
  void findsThePlantedTopics() {
    assertThat(topics.model().topics()).hasSize(PLANTED.size());
    assertThat(topics.model().topics())
        .allSatisfy(
            topic -> {
              List<String> first = topic.words().stream().limit(5).map(Keyword::word).toList();
              assertThat(PLANTED).anyMatch(words -> words.containsAll(first));
            });
  }

  @Test
  void tellsWhoIsAboutWhat() {
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      double[] shares = topics.shares(customer);
      assertThat(Arrays.stream(shares).sum()).isEqualTo(1, within(1e-4));
      String planted = PLANTED.get(customer % PLANTED.size()).toString();
      int main =
          IntStream.range(0, shares.length)
              .reduce((a, b) -> shares[b] > shares[a] ? b : a)
              .orElseThrow();
      assertThat(planted).contains(topics.model().topics().get(main).words().getFirst().word());
    }
    assertThat(topics.model().topics()).extracting(TopicModel.Topic::customers).containsOnly(60);
    assertThat(topics.shares(CUSTOMERS)).isEmpty();
  }

  @Test
  void isTheSameAgain() {
    Topics again = find(JobContext.detached());
    assertThat(again.model()).isEqualTo(topics.model());
    assertThat(again.shares(7)).isEqualTo(topics.shares(7));
  }

  @Test
  void saysNothingOnTheConsole() {
    assertThat(said).isEmpty();
  }

  @Test
  void hasNoneWhereTextsAreFew() {
    JobContext context = JobContext.detached();
    Lexicon lexicon = Lexicon.of(List.of("red kettle"), context);
    Corpus corpus = new Corpus.Builder(3).build();
    Topics none = Topics.find(lexicon, corpus, new TfIdf(lexicon, corpus, context), context);
    assertThat(none.model()).isEqualTo(TopicModel.NONE);
    assertThat(none.shares(1)).isEmpty();
  }

  @Test
  void stopsWhenCancelled() {
    assertThatThrownBy(() -> find(new JobContext(p -> {}, () -> true)))
        .isInstanceOf(CancelledException.class);
  }

  /** Customers each with titles of one topic and a common word; the last has no text. */
  private static Topics find(JobContext context) {
    Random random = new Random(5);
    List<String> texts = new ArrayList<>();
    Corpus.Builder corpus = new Corpus.Builder(CUSTOMERS + 1);
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      List<String> words = PLANTED.get(customer % PLANTED.size());
      for (int i = 0; i < 6; i++) {
        String noise = PLANTED.get(random.nextInt(4)).get(random.nextInt(8));
        texts.add(
            words.get(random.nextInt(8))
                + " "
                + words.get(random.nextInt(8))
                + (i == 0 ? " " + noise : ""));
        corpus.add(customer, texts.size() - 1, 1);
      }
    }
    Lexicon lexicon = Lexicon.of(texts, context);
    Corpus built = corpus.build();
    return Topics.find(lexicon, built, new TfIdf(lexicon, built, context), context);
  }
}
