package org.tiersmith.cli;

import org.tiersmith.service.Versions;
import picocli.CommandLine.IVersionProvider;

/** What {@code tiersmith --version} prints. */
public final class ProgramVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"Tiersmith " + Versions.tiersmith()};
  }
}
