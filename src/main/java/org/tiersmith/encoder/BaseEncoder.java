package org.tiersmith.encoder;

import java.util.Map;

/**
 * A base encoder's sizes and weights.
 *
 * @param config its sizes
 * @param weights by Hugging Face name, without a model prefix
 */
public record BaseEncoder(BertConfig config, Map<String, Tensor> weights) {}
