package org.tiersmith.encoder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a TorchScript archive that holds one class {@code Program} without attributes: a zip of
 * its source and a pickle that makes the instance. Weights are passed to its methods as lists.
 */
final class ScriptArchive {
  private static final String ROOT = "program/";

  /** Version of the archive format in which today's operators need no upgrading. */
  private static final String FORMAT = "10\n";

  private ScriptArchive() {}

  /**
   * The archive's bytes.
   *
   * @param methods TorchScript source of the class body, indented by two spaces
   */
  static byte[] of(String methods) {
    String source =
        "class Program(Module):\n"
            + "  __parameters__ = []\n"
            + "  __buffers__ = []\n"
            + "  training : bool\n"
            + methods;
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        zip.setMethod(ZipOutputStream.STORED);
        put(zip, "data.pkl", instance());
        put(zip, "code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
        put(zip, "constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
        put(zip, "version", FORMAT.getBytes(StandardCharsets.UTF_8));
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory", e);
    }
  }

  /** Pickle, protocol 2: Program.__new__() with the state {"training": False}. */
  private static byte[] instance() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x80, 2});
    out.write("c__torch__\nProgram\n".getBytes(StandardCharsets.US_ASCII));
    out.write(new byte[] {')', (byte) 0x81, '}', '('});
    byte[] key = "training".getBytes(StandardCharsets.US_ASCII);
    out.write(new byte[] {'X', (byte) key.length, 0, 0, 0});
    out.write(key);
    out.write(new byte[] {(byte) 0x89, 'u', 'b', '.'});
    return out.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(ROOT + name);
    CRC32 crc = new CRC32();
    crc.update(content);
    entry.setCrc(crc.getValue());
    entry.setSize(content.length);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
