package org.tiersmith.encoder;

/**
 * A processor that this machine has.
 *
 * @param id {@code cpu}, or {@code cuda:0}, {@code cuda:1}, ...
 * @param name what its maker calls it; a CPU's with the number of its cores
 * @param memoryBytes all memory that it can reach
 * @param bfloat16 whether it has instructions for bfloat16
 */
public record DeviceInfo(String id, String name, long memoryBytes, boolean bfloat16) {}
