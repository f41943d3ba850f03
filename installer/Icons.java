import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Draws the logo of tiersmith.svg as the icon files that the systems want. Run as {@code java
 * installer/Icons.java FOLDER}; leaves tiersmith.png, tiersmith.ico and tiersmith.icns there.
 */
final class Icons {
  private static final List<Color> BARS =
      List.of(new Color(0x0969da), new Color(0x54aeff), new Color(0xb6e3ff));

  /** Apple's names of the picture sizes inside an icns file. */
  private static final Map<String, Integer> ICNS = new LinkedHashMap<>();

  static {
    ICNS.put("ic11", 32);
    ICNS.put("ic12", 64);
    ICNS.put("ic07", 128);
    ICNS.put("ic08", 256);
    ICNS.put("ic09", 512);
    ICNS.put("ic10", 1024);
  }

  private Icons() {}

  public static void main(String[] args) throws IOException {
    System.setProperty("java.awt.headless", "true");
    var folder = Files.createDirectories(Path.of(args[0]));
    Files.write(folder.resolve("tiersmith.png"), png(256));
    Files.write(folder.resolve("tiersmith.ico"), ico(List.of(16, 24, 32, 48, 64, 256)));
    Files.write(folder.resolve("tiersmith.icns"), icns());
  }

  /** The logo in a square of {@code size} pixels, drawn on the 96 x 96 grid of the SVG. */
  private static byte[] png(int size) throws IOException {
    var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    var pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.scale(size / 96.0, size / 96.0);
    var square = new Area(new RoundRectangle2D.Double(6, 6, 84, 84, 32, 32));
    for (int bar = 0; bar < BARS.size(); bar++) {
      var shape = new Area(new Rectangle2D.Double(6 + 28 * bar, 6, 28, 84));
      shape.intersect(square);
      pen.setColor(BARS.get(bar));
      pen.fill(shape);
    }
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  /** An ICO file: a directory of 16-byte entries, then the pictures as PNG. */
  private static byte[] ico(List<Integer> sizes) throws IOException {
    var pictures = new ByteArrayOutputStream();
    var directory =
        ByteBuffer.allocate(6 + 16 * sizes.size())
            .order(ByteOrder.LITTLE_ENDIAN)
            .putShort((short) 0)
            .putShort((short) 1)
            .putShort((short) sizes.size());
    for (int size : sizes) {
      var picture = png(size);
      directory
          .put((byte) size)
          .put((byte) size)
          .putShort((short) 0)
          .putShort((short) 1)
          .putShort((short) 32)
          .putInt(picture.length)
          .putInt(directory.capacity() + pictures.size());
      pictures.writeBytes(picture);
    }
    return ByteBuffer.allocate(directory.capacity() + pictures.size())
        .put(directory.flip())
        .put(pictures.toByteArray())
        .array();
  }

  /** An ICNS file: a name, the total length, then named pictures each with its length. */
  private static byte[] icns() throws IOException {
    var pictures = new ByteArrayOutputStream();
    for (var each : ICNS.entrySet()) {
      pictures.writeBytes(block(each.getKey(), png(each.getValue())));
    }
    return block("icns", pictures.toByteArray());
  }

  private static byte[] block(String name, byte[] content) {
    return ByteBuffer.allocate(8 + content.length)
        .put(name.getBytes(StandardCharsets.US_ASCII))
        .putInt(8 + content.length)
        .put(content)
        .array();
  }
}
