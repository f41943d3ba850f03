package org.tiersmith.data;

import java.nio.file.Path;
import org.tiersmith.model.Text;

/** A file or folder that was passed over, and why. */
public record SkippedFile(Path path, Text why) {}
