package org.tiersmith.profile;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.tiersmith.model.Segmentation;

/**
 * Who belongs to which segment, where one may belong to several. Not to be changed.
 *
 * @param customerIds all customers, sorted
 * @param names the segments, in the order in which to show them
 * @param members of each segment, as indices into {@code customerIds}
 */
public record Membership(List<String> customerIds, List<String> names, List<BitSet> members) {

  public Membership {
    customerIds = List.copyOf(customerIds);
    names = List.copyOf(names);
    members = List.copyOf(members);
  }

  /** Who is in a segment, sorted. */
  public List<String> of(int segment) {
    return members.get(segment).stream().mapToObj(customerIds::get).toList();
  }

  /** A segmentation over all customers that there are; those it does not know are in none. */
  public static Membership of(List<String> customerIds, Segmentation segmentation) {
    List<BitSet> members =
        segmentation.names().stream().map(name -> new BitSet(customerIds.size())).toList();
    Map<String, Integer> segmentOf = segmentation.segmentOf();
    for (int i = 0; i < customerIds.size(); i++) {
      Integer segment = segmentOf.get(customerIds.get(i));
      if (segment != null) {
        members.get(segment).set(i);
      }
    }
    return new Membership(customerIds, segmentation.names(), members);
  }
}
