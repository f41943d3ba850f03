package org.tiersmith.profile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.tiersmith.data.Duck;

/** Makes {@code member} (customer_id, segment): who is in which segment, numbered from 0. */
final class MemberTable {
  private MemberTable() {}

  static void create(Duck duck, Membership membership) {
    List<String> ids = new ArrayList<>();
    List<Integer> segments = new ArrayList<>();
    for (int s = 0; s < membership.members().size(); s++) {
      BitSet members = membership.members().get(s);
      for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
        ids.add(membership.customerIds().get(i));
        segments.add(s);
      }
    }
    duck.load(
        "member",
        "customer_id",
        ids,
        "segment",
        segments.stream().mapToInt(Integer::intValue).toArray());
  }
}
