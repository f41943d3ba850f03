package org.tiersmith.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What can happen to a file on its way: each value spoils a file in one way. */
enum FuzzMutation {
  CUT,
  SWAPPED_QUOTES,
  STRAY_QUOTES,
  LOST_QUOTE,
  OPEN_QUOTE_AT_END,
  NULS,
  GIANT_FIELD,
  LONG_LINE,
  LOST_DELIMITERS,
  DOUBLE_DELIMITERS,
  OTHER_LINE_ENDS,
  MIXED_LINE_ENDS,
  MARK_INSIDE,
  OTHER_ENCODING,
  RANDOM_BYTES,
  FLIPPED_BITS,
  MANY_COLUMNS,
  HEADER_AGAIN,
  BLANK_LINES,
  SHUFFLED_LINES,
  DOUBLE_CHUNK,
  LOST_CHUNK,
  CONTROLS,
  GARBAGE_AT_END;

  /** Whether the mutation works on bytes, whatever they mean. */
  boolean isBinary() {
    return switch (this) {
      case CUT, RANDOM_BYTES, FLIPPED_BITS, DOUBLE_CHUNK, LOST_CHUNK, GARBAGE_AT_END, NULS -> true;
      default -> false;
    };
  }

  /** Spoils a text, which becomes bytes by this. */
  byte[] spoil(String text, Charset charset, Random random) {
    if (isBinary()) {
      return spoil(text.getBytes(charset), random);
    }
    return switch (this) {
      case OTHER_ENCODING -> otherEncoding(text, charset, random);
      default -> spoilt(text, random).getBytes(charset);
    };
  }

  /** Spoils bytes. */
  byte[] spoil(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, at + 1 + random.nextInt(40));
    byte[] copy = bytes.clone();
    switch (this) {
      case CUT -> {
        return Arrays.copyOf(bytes, at);
      }
      case NULS -> Arrays.fill(copy, at, random.nextBoolean() ? to : at + 1, (byte) 0);
      case FLIPPED_BITS -> {
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
          copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
      case DOUBLE_CHUNK -> {
        return join(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, at, bytes.length));
      }
      case LOST_CHUNK -> {
        return join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
      }
      case GARBAGE_AT_END -> {
        byte[] garbage = new byte[1 + random.nextInt(200)];
        random.nextBytes(garbage);
        return join(bytes, garbage);
      }
      default -> {
        byte[] noise = new byte[to - at];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, copy, at, noise.length);
      }
    }
    return copy;
  }

  private String spoilt(String text, Random random) {
    int at = random.nextInt(text.length());
    return switch (this) {
      case SWAPPED_QUOTES -> text.replace('"', '\u0001').replace('\'', '"').replace('\u0001', '\'');
      case STRAY_QUOTES -> insert(insert(text, at, "\""), random.nextInt(text.length()), "\"");
      case LOST_QUOTE -> text.replaceFirst("(?s)(.{" + at % 900 + "})[\"']", "$1");
      case OPEN_QUOTE_AT_END -> text + "\"open";
      case GIANT_FIELD -> insert(text, at, "x".repeat(random.nextInt(4) == 0 ? 1_200_000 : 60_000));
      case LONG_LINE -> text + "a,".repeat(530_000) + "\n" + lastLine(text);
      case LOST_DELIMITERS -> without(text, delimiter(text), random);
      case DOUBLE_DELIMITERS -> doubled(text, delimiter(text), random);
      case OTHER_LINE_ENDS -> text.replace("\r\n", "\n").replace("\n", pick(random, "\r", "\r\n"));
      case MIXED_LINE_ENDS -> mixedEnds(text, random);
      case MARK_INSIDE -> insert(text, at, "\ufeff");
      case MANY_COLUMNS -> insertAtLine(text, random, "c,".repeat(10_000));
      case HEADER_AGAIN -> insertAtLine(text, random, firstLine(text) + "\n");
      case BLANK_LINES -> insertAtLine(text, random, "\n \n\t\n,\n");
      case SHUFFLED_LINES -> shuffled(text, random);
      default -> insert(text, at, "\u0001\u001f\u001e\u001b\u000b\u0085\u2028");
    };
  }

  private static byte[] otherEncoding(String text, Charset charset, Random random) {
    String other = pick(random, "GB18030", "windows-1252", "UTF-8", "UTF-16LE", "windows-31j");
    int at = random.nextInt(text.length());
    return join(
        text.substring(0, at).getBytes(charset),
        (text.substring(at) + "Größe 不锈钢\n").getBytes(Charset.forName(other)));
  }

  private static char delimiter(String text) {
    String first = firstLine(text);
    return first.contains(";")
        ? ';'
        : first.contains("|") ? '|' : first.contains("\t") ? '\t' : ',';
  }

  private static String without(String text, char c, Random random) {
    StringBuilder kept = new StringBuilder();
    text.chars().filter(x -> x != c || random.nextInt(20) > 0).forEach(x -> kept.append((char) x));
    return kept.toString();
  }

  private static String doubled(String text, char c, Random random) {
    StringBuilder all = new StringBuilder();
    text.chars()
        .forEach(
            x -> {
              all.append((char) x);
              if (x == c && random.nextInt(20) == 0) {
                all.append(c);
              }
            });
    return all.toString();
  }

  private static String mixedEnds(String text, Random random) {
    StringBuilder all = new StringBuilder();
    for (String line : text.split("\r?\n", -1)) {
      all.append(line).append(pick(random, "\n", "\r\n", "\r", "\n\r", "\r\r\n"));
    }
    return all.toString();
  }

  private static String shuffled(String text, Random random) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    java.util.Collections.shuffle(lines, random);
    return String.join("\n", lines);
  }

  private static String insertAtLine(String text, Random random, String what) {
    int at = text.indexOf('\n', random.nextInt(text.length()));
    return insert(text, at < 0 ? 0 : at + 1, what);
  }

  private static String insert(String text, int at, String what) {
    return text.substring(0, at) + what + text.substring(at);
  }

  private static String firstLine(String text) {
    return text.substring(0, Math.max(0, text.indexOf('\n')));
  }

  private static String lastLine(String text) {
    return text.substring(text.lastIndexOf('\n', text.length() - 2) + 1);
  }

  private static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static byte[] join(byte[] first, byte[] second) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      all.write(first);
      all.write(second);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return all.toByteArray();
  }

  /** The bytes of a text as {@link StandardCharsets#UTF_8}, for seeds that are packed. */
  byte[] spoilUtf8(String text, Random random) {
    return spoil(text, StandardCharsets.UTF_8, random);
  }
}
