package org.tiersmith.app;

/** Starts Tiersmith: the workbench, or one of its commands. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("Tiersmith " + String.join(" ", args));
  }
}
