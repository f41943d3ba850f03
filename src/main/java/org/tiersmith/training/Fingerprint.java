package org.tiersmith.training;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.tiersmith.model.FeatureTable;
import org.tiersmith.model.PairFeatures;

/** A hash of what a model reads, value by value. */
final class Fingerprint {
  private final MessageDigest digest;

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Fingerprint add(PairFeatures pairs) {
    return add(pairs.customers())
        .add(pairs.products())
        .add(pairs.customer())
        .add(pairs.product())
        .add(pairs.numbers());
  }

  private Fingerprint add(FeatureTable table) {
    for (List<String> texts : List.of(table.texts(), table.numberNames())) {
      for (String text : texts) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
    }
    return add(table.numbers());
  }

  Fingerprint add(int[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
    bytes.asIntBuffer().put(values);
    return add(bytes.array());
  }

  Fingerprint add(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    return add(bytes.array());
  }

  Fingerprint add(byte[] values) {
    digest.update(values);
    return this;
  }

  /** In hexadecimal; nothing can be added afterwards. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
