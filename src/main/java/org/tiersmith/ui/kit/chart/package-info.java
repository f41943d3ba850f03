/**
 * Charts drawn on a canvas: quick for millions of points, themed by style sheet, crisp at any
 * scale.
 */
@NullMarked
package org.tiersmith.ui.kit.chart;

import org.jspecify.annotations.NullMarked;
