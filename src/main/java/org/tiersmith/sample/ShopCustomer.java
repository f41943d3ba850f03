package org.tiersmith.sample;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A customer and the taste that the text about them tells.
 *
 * @param membership index of none, silver, gold, platinum
 * @param loved two or three departments
 * @param disliked a department, or null for none
 * @param brand name of the favourite brand, or null for none
 * @param about how the customer shops and what they like, in a few sentences
 */
record ShopCustomer(
    String id,
    Kind kind,
    int membership,
    String ageBand,
    String city,
    LocalDate joined,
    Set<Department> loved,
    @Nullable Department disliked,
    @Nullable String brand,
    String about) {}
