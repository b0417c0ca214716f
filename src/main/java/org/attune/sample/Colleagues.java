package org.attune.sample;

import java.util.ArrayList;
import java.util.List;

/** Who works in the same house, as far as they have come by now. */
final class Colleagues {

    private final int[] before;
    private final int[] latest;

    Colleagues(int contacts, int companies) {
        this.before = new int[contacts];
        this.latest = new int[companies];
    }

    /** In the order of their numbers. */
    void came(int contact, int company) {
        if (company >= 0) {
            before[contact] = latest[company];
            latest[company] = contact + 1;
        }
    }

    /** Those who came last before them. */
    List<Integer> before(int contact, int most) {
        List<Integer> found = new ArrayList<>(most);
        for (int one = before[contact]; one > 0 && found.size() < most; one = before[one - 1]) {
            found.add(one - 1);
        }
        return found;
    }
}
