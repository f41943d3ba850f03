package org.tiersmith.data;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret with which customer ids become pseudonyms: {@code p} and 26 characters of base 32, the
 * first 128 bits of HMAC-SHA-256 (RFC 2104) of the id. The same id gives the same pseudonym in all
 * files. Not to be logged or stored in a project.
 */
public final class PseudonymKey {
  /** Bytes of a key. */
  public static final int LENGTH = 32;

  private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int CHARACTERS = 26;
  private static final int BITS = 5;

  private final byte[] key;

  public PseudonymKey(byte[] key) {
    if (key.length != LENGTH) {
      throw new IllegalArgumentException("a key has " + LENGTH + " bytes");
    }
    this.key = key.clone();
  }

  /** The pseudonym of an id. */
  public String pseudonym(String id) {
    return base32(hmac(normal(id.strip())));
  }

  /** What tells this key from another, without telling the key: 16 hexadecimal digits. */
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("tiersmith pseudonym key".getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(key), 8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An id as an import reads it: {@code 17850.0} and {@code 9e+05} are whole numbers. */
  private static String normal(String id) {
    return id.matches("\\d{1,19}\\.0") || id.matches("\\d+(\\.\\d+)?[eE]\\+\\d{1,2}")
        ? new BigDecimal(id).toBigInteger().toString()
        : id;
  }

  private byte[] hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder("p");
    for (int i = 0; i < CHARACTERS; i++) {
      int value = 0;
      for (int bit = BITS * i; bit < BITS * (i + 1); bit++) {
        int one = bit < 128 ? (bytes[bit >> 3] >> (7 - (bit & 7))) & 1 : 0;
        value = value << 1 | one;
      }
      text.append(DIGITS.charAt(value));
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return "PseudonymKey " + fingerprint();
  }
}
