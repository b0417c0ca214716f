package org.attune.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A turn while its conversation is composed. */
final class Said {

    final int seq;
    final UUID id;
    final String kind;
    final String words;
    final long at;

    /** Which of them; none: one of us. */
    final @Nullable UUID speaker;

    final @Nullable String exactness;
    final List<String> marks = new ArrayList<>();

    @Nullable
    UUID follows;

    @Nullable
    UUID answers;

    @Nullable
    UUID repliesTo;

    boolean evidence;

    /** Which of the answers we give to everybody; none: -1. */
    int standard = -1;

    Said(int seq, UUID id, String kind, String words, long at, @Nullable UUID speaker, @Nullable String exactness) {
        this.seq = seq;
        this.id = id;
        this.kind = kind;
        this.words = words;
        this.at = at;
        this.speaker = speaker;
        this.exactness = exactness;
    }

    boolean isTheirs() {
        return speaker != null;
    }

    Said mark(String mark) {
        marks.add(mark);
        return this;
    }

    /** Our sentences have single spaces and nothing else between two words, so it comes to what Attune counts. */
    int wordCount() {
        return 1 + (int) words.chars().filter(letter -> letter == ' ').count();
    }
}
