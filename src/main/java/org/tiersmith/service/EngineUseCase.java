package org.tiersmith.service;

import java.util.List;
import java.util.Optional;
import org.tiersmith.encoder.DeviceInfo;
import org.tiersmith.encoder.Devices;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.EncoderInfo;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.model.Text;

/** What models are made with: base encoders and processors. Thread-safe. */
public final class EngineUseCase {
  private final ImportUseCase data;
  private final EncoderCatalogue catalogue;

  EngineUseCase(ImportUseCase data, EncoderCatalogue catalogue) {
    this.data = data;
    this.catalogue = catalogue;
  }

  /** The base encoders at hand. */
  public List<EncoderInfo> encoders() {
    return catalogue.list();
  }

  /** The encoder for the language of the project's data. */
  public String proposedEncoder() {
    return catalogue.propose(data.current().map(DatasetView::language).orElse("en")).id();
  }

  /** The processors of this machine. */
  public List<DeviceInfo> devices() {
    return Devices.list();
  }

  /** Why a GPU of this machine is not used; empty where there is none or it is used. */
  public Optional<Text> deviceNote() {
    return TorchRuntime.note();
  }

  /** Whether a GPU computes unless another device is asked for. */
  boolean usesGpu() {
    return devices().size() > 1 && deviceNote().isEmpty();
  }
}
