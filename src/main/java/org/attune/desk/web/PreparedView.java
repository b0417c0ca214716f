package org.attune.desk.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands beside a conversation before and while it goes on, in finished words. No agenda. */
public record PreparedView(
        @Nullable Words lastWords,
        List<String> newPeople,
        List<Thread> threads,
        List<Due> promises,
        List<Note> assumptions,
        List<Note> hunches,
        List<Outcome> settled,
        List<Research> research,
        List<String> personal,
        List<Lesson> aboutThem,
        List<Lesson> aboutMe,
        List<Worth> worth) {

    /** @param how the exactness as the quote fragment takes it */
    public record Words(String words, String how, String speaker, String when) {}

    /** @param askable the conversation goes on, so that one can ask about it now */
    public record Thread(UUID turn, String words, String how, String speaker, String source, boolean askable) {}

    public record Due(String words, String says) {}

    public record Note(UUID id, String words) {}

    /**
     * What we had in mind, and what became of it.
     *
     * @param turn where they said it, as an address; none where that is not known
     */
    public record Outcome(
            String words,
            boolean hunch,
            String how,
            @Nullable String correction,
            @Nullable String turn) {}

    /** @param says whose it is and of when */
    public record Lesson(String words, String says) {}

    /** What is worth asking somebody at their stage, and its wording in the bank. */
    public record Worth(String words, String wording) {}

    public record Research(String words, String source) {}
}
