package org.tiersmith.profile;

import java.util.BitSet;
import org.tiersmith.data.Duck;
import org.tiersmith.data.TableWriter;

/** Makes {@code member} (customer_id, segment): who is in which segment, numbered from 0. */
final class MemberTable {
  private MemberTable() {}

  static void create(Duck duck, Membership membership) {
    duck.run("CREATE TABLE member(customer_id VARCHAR, segment INTEGER)");
    try (TableWriter to = new TableWriter(duck, "member")) {
      for (int s = 0; s < membership.members().size(); s++) {
        BitSet members = membership.members().get(s);
        for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
          to.row().text(membership.customerIds().get(i)).whole(s).end();
        }
      }
    }
  }
}
