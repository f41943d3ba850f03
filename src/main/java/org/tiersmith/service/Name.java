package org.tiersmith.service;

/**
 * Who or what a guardrail may name.
 *
 * @param id what the guardrail keeps
 * @param label what a person reads; the id where there is nothing better
 */
public record Name(String id, String label) {}
