package org.tiersmith.profile;

import java.time.LocalDate;
import org.tiersmith.profile.churn.ChurnReport;
import org.tiersmith.profile.text.TopicModel;

/**
 * What was learned of the customers as a whole while their portraits were made.
 *
 * @param asOf the day as of which all is told
 * @param churn how well churn can be foretold
 * @param topics what the customers' texts are about
 * @param habits what they buy
 */
public record PortraitReport(
    LocalDate asOf, ChurnReport churn, TopicModel topics, ShopHabits habits) {}
