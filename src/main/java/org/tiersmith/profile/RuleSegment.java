package org.tiersmith.profile;

/**
 * A segment that a person made.
 *
 * @param id stays when the segment is renamed
 * @param name unlike that of any other of the list
 * @param rule who belongs to it
 */
public record RuleSegment(long id, String name, SegmentRule rule) {}
