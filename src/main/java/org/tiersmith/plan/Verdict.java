package org.tiersmith.plan;

/**
 * What a plan says of a pair besides its numbers; a plan has few different ones.
 *
 * @param tier the tier granted, an index into the scenario's ladder
 * @param boundBy the guardrail that settled it, as files call it; empty for none
 * @param reason one English sentence
 */
record Verdict(int tier, String boundBy, String reason) {}
