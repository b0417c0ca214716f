package org.attune.conversations;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What words show about how they were said, as far as lists of words can tell. Questions are told well enough to be counted; the
 * rest is no more than a suggestion. Lists in English and German; tried on English only.
 */
public final class Signs {

    private static final WordList LISTS = WordList.of("signs.txt");
    private static final Pattern ASKS = LISTS.beginning("asks");
    private static final Pattern ASKS_NOT = LISTS.beginning("asks not");
    private static final Pattern ACKNOWLEDGES = LISTS.beginning("acknowledges");
    private static final Pattern PUSHES = LISTS.anywhere("pushes");
    private static final Pattern PLAYS_BACK = LISTS.anywhere("plays back");

    /** A question mark at the end of a word, or by itself; not the one in an address. */
    private static final Pattern QUESTION_MARK = Pattern.compile("\\?(?=[\\s\"”“«»’‘')!?.,]|$)");

    private static final Pattern SENTENCE_ENDS = Pattern.compile("(?<=[.!?…])\\s+|\\n+");

    /** What people say before they ask. */
    private static final Pattern LEAD_IN =
            Pattern.compile("^(?:(?:and|so|but|okay|ok|well|und|also|aber|gut)[,\\s]+)+", Pattern.CASE_INSENSITIVE);

    private Signs() {}

    /** Whether there is a question in it. */
    public static boolean asks(String words) {
        String plain = plain(words);
        return QUESTION_MARK.matcher(plain).find()
                || Arrays.stream(SENTENCE_ENDS.split(plain)).anyMatch(Signs::beginsLikeAQuestion);
    }

    private static boolean beginsLikeAQuestion(String sentence) {
        String begins = LEAD_IN.matcher(sentence.strip()).replaceFirst("");
        return ASKS.matcher(begins).find() && !ASKS_NOT.matcher(begins).find();
    }

    /**
     * The marks that may fit something we said.
     *
     * @param afterTheirs whether it is the first of ours after they spoke
     */
    public static Set<Mark> of(@Nullable String words, boolean afterTheirs) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        String plain = words == null ? "" : plain(words);
        if (afterTheirs && ACKNOWLEDGES.matcher(plain).find()) {
            marks.add(Mark.ACKNOWLEDGED);
        }
        if (PUSHES.matcher(plain).find()) {
            marks.add(Mark.PUSHED);
        }
        if (PLAYS_BACK.matcher(plain).find()) {
            marks.add(Mark.PLAYED_BACK);
        }
        return marks;
    }

    private static String plain(String words) {
        return words.strip().replace('’', '\'').replace('‘', '\'');
    }
}
