package org.attune.listening;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.attune.conversations.TurnId;
import org.attune.conversations.TurnKind;
import org.attune.platform.Ids;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The measures of one conversation. */
@State(Scope.Benchmark)
public class ListeningTiming {

    @Param({"20", "500"})
    int turns;

    private List<SpokenTurn> said = List.of();

    @Setup
    public void somethingWasSaid() {
        List<SpokenTurn> all = new ArrayList<>();
        for (int n = 0; n < turns; n++) {
            TurnKind kind = n % 3 == 0 ? TurnKind.ASKED : n % 3 == 1 ? TurnKind.HEARD : TurnKind.RESPONDED;
            Set<TurnId> answers =
                    kind == TurnKind.RESPONDED ? Set.of(all.get(n - 1).id()) : Set.of();
            all.add(new SpokenTurn(new TurnId(Ids.next()), n + 1, kind, 7 + n % 40, n % 4 == 0, Set.of(), answers));
        }
        said = List.copyOf(all);
    }

    @Benchmark
    public Object counts() {
        return Listened.to(said);
    }
}
