package org.attune.library;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.attune.conversations.ConversationId;
import org.attune.library.Candidate.Match;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How alike what was heard and the materials of a library are. */
@State(Scope.Benchmark)
public class WeighingTiming {

    private static final int PASSAGES = 8;
    private static final int MATCHES = 12;

    @Param({"10", "300"})
    int materials;

    private List<Candidate> candidates = List.of();
    private HeardHere heard = new HeardHere(List.of(), Map.of(), Set.of());

    @Setup
    public void somethingWasHeard() {
        List<Passage> passages = new ArrayList<>();
        for (int n = 0; n < PASSAGES; n++) {
            Spoken spoken = new Spoken(new ConversationId(new UUID(3, n)), n, Instant.EPOCH);
            passages.add(Passage.heard("Helen Brandt", spoken, "The line stops and nobody knows why.", n));
        }
        heard = new HeardHere(passages, Map.of(), Set.of());
        List<Candidate> all = new ArrayList<>();
        for (int n = 0; n < materials; n++) {
            List<Match> matches = new ArrayList<>();
            for (int m = 0; m < MATCHES; m++) {
                String root = "root" + (n * 7 + m * m) % 60;
                matches.add(new Match(m % PASSAGES, m, root + "s", root, "ABD".charAt(m % 3)));
            }
            all.add(new Candidate(new UUID(4, n), null, "Material " + n, List.of(), matches));
        }
        candidates = List.copyOf(all);
    }

    @Benchmark
    public Object fitting() {
        return Weighing.best(candidates, heard);
    }
}
