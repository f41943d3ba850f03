package org.tiersmith.project;

import java.util.regex.Pattern;

/**
 * Names an artifact by its content.
 *
 * @param sha256 SHA-256 of its bytes, 64 lower-case hex digits
 */
public record ArtifactId(String sha256) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  public ArtifactId {
    if (!FORM.matcher(sha256).matches()) {
      throw new IllegalArgumentException("not a SHA-256: " + sha256);
    }
  }

  @Override
  public String toString() {
    return sha256;
  }
}
