package org.tiersmith.training;

/**
 * What a trained model says of pairs, calibrated.
 *
 * @param p0 purchase probability at list price, in (0, 1)
 * @param k sensitivity, at least 0
 * @param similarity cosine of the two towers' vectors, in [-1, 1]; empty in cross form
 * @param customers vectors of the pairs' customers
 * @param products vectors of the pairs' products
 */
public record PairAnswers(
    double[] p0, double[] k, float[] similarity, SideVectors customers, SideVectors products) {}
