package org.tiersmith.encoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;

/** The base encoders at hand: those on the class path, and folders under {@code models/}. */
public final class EncoderCatalogue {
  private final Path folder;
  private final Set<String> sound = ConcurrentHashMap.newKeySet();

  /**
   * A catalogue over a folder of Hugging Face folders.
   *
   * @param folder usually {@code models}; need not exist
   */
  public EncoderCatalogue(Path folder) {
    this.folder = folder;
  }

  /**
   * All encoders, those of the class path first, then folders by name; those that can't be used
   * with the reason.
   */
  public List<EncoderInfo> list() {
    List<EncoderInfo> all = new ArrayList<>();
    BundledEncoder.ALL.forEach(bundled -> all.add(bundled.info()));
    if (Files.isDirectory(folder)) {
      try (Stream<Path> children = Files.list(folder)) {
        children
            .filter(HuggingFaceFolder::looksLikeOne)
            .sorted()
            .map(EncoderCatalogue::info)
            .forEach(all::add);
      } catch (IOException e) {
        throw new Problem(
            Text.of(
                "encoder.folder-unreadable",
                "The model folder {0} could not be read. The built-in models remain available.",
                folder),
            e);
      }
    }
    return List.copyOf(all);
  }

  private static EncoderInfo info(Path child) {
    String name = child.getFileName().toString();
    return new EncoderInfo(name, name, "", "", child, new HuggingFaceFolder(child).problem());
  }

  /**
   * The encoder of that name.
   *
   * @throws Problem if there is none
   */
  public EncoderInfo find(String id) {
    List<EncoderInfo> all = list();
    return all.stream()
        .filter(info -> info.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of(
                    "encoder.unknown",
                    "There is no base model {0}. Choose one of {1}, or put a Hugging Face folder"
                        + " with that name under {2}.",
                    id,
                    String.join(", ", all.stream().map(EncoderInfo::id).toList()),
                    folder));
  }

  /** The encoder that suits texts of a language ({@code en}, {@code zh}, ...). */
  public EncoderInfo propose(String language) {
    return BundledEncoder.ALL.stream()
        .map(BundledEncoder::info)
        .filter(info -> info.language().equals(language))
        .findFirst()
        .orElseGet(() -> BundledEncoder.ALL.getFirst().info());
  }

  /**
   * Reads an encoder's sizes and weights; up to 0.5 s and 140 MB for those of the class path.
   *
   * @throws Problem if there is none of that name, or it can't be used
   */
  public BaseEncoder load(String id) throws IOException {
    EncoderInfo info = find(id);
    return info.folder() == null
        ? BundledEncoder.of(id).load()
        : new HuggingFaceFolder(info.folder()).load();
  }

  /** Opens an encoder's tokeniser. The caller closes it. */
  public Tokeniser tokeniser(String id) throws IOException {
    EncoderInfo info = find(id);
    return info.folder() == null
        ? BundledEncoder.of(id).tokeniser()
        : new HuggingFaceFolder(info.folder()).tokeniser();
  }

  /**
   * Loads an encoder and reads one short text with it (1 s for those of the class path).
   *
   * @throws Problem if there is none of that name, or it can't be used
   */
  public void check(String id, TorchRuntime runtime) throws IOException {
    if (sound.contains(id)) {
      return;
    }
    try (Tokeniser tokeniser = tokeniser(id)) {
      new Probe(id, load(id), tokeniser).run(runtime);
    }
    // A folder may change, what is on the class path won't.
    if (find(id).folder() == null) {
      sound.add(id);
    }
  }
}
