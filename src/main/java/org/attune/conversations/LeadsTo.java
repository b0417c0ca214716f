package org.attune.conversations;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.attune.questions.Gap;

/** What words somebody said lead on to: the gaps of the question bank that a question after them could fill. */
final class LeadsTo {

    private static final WordList WORDS = WordList.of("leads-to.txt");

    /** In the order in which they are asked. */
    private static final Map<Gap, Pattern> SIGNS = new EnumMap<>(Map.of(
            Gap.PROBLEM, WORDS.anywhere("last time"),
            Gap.COST, WORDS.anywhere("cost"),
            Gap.WHO_ELSE, WORDS.anywhere("who else"),
            Gap.HOW_DECIDE, WORDS.anywhere("decides"),
            Gap.FIT, WORDS.anywhere("what then")));

    private LeadsTo() {}

    static List<Gap> in(String words) {
        String said = words.toLowerCase(Locale.ROOT);
        return SIGNS.entrySet().stream()
                .filter(sign -> sign.getValue().matcher(said).find())
                .map(Map.Entry::getKey)
                .toList();
    }
}
