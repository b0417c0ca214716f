package org.attune.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds people by what stands in their names, in whatever order. Whoever sees a few teams has all their names in a piece of an index,
 * which is read from end to end; whoever sees more has the names looked up, of which there are only so many then.
 *
 * @param words what was typed, word by word
 */
public record NamesInSight(List<String> words) {

    /** Shorter ones stand in no index but at the beginning of a word. */
    private static final int SHORT = 3;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    public static NamesInSight of(String typed) {
        return new NamesInSight(
                WORD.matcher(typed).results().map(MatchResult::group).toList());
    }

    /**
     * Ids and names, the family's name first, of whoever has all the words in their name.
     *
     * @param archived whether those put away are looked at, too
     * @param looked how many are looked up at most where names are looked up
     */
    public String rows(InSight sight, boolean archived, int looked, Map<String, @Nullable Object> parameters) {
        if (words.isEmpty()) {
            return "select null::uuid as id, '' as sorted where false";
        }
        IntStream.range(0, words.size()).forEach(at -> parameters.put("word" + at, words.get(at)));
        if (!sight.isOfAFew()) {
            return "(%s and %s limit %d)".formatted(known(archived), all("c.folded_name"), looked);
        }
        List<String> pieces = new ArrayList<>(sight.pieces(parameters));
        pieces.add("c.id = any (:companions) and not " + InSight.THEIRS);
        String inName = allOf("c.sort_name", "(select '%%' || folded(:word%d) || '%%')");
        return pieces.stream()
                .map(piece -> "%s and %s and %s".formatted(known(archived), piece, inName))
                .collect(Collectors.joining(" union all "));
    }

    /** Asks for nothing that does not stand in the indexes by owner and by team. */
    private static String known(boolean archived) {
        return "select c.id, c.sort_name as sorted from contact c where c.merged_into is null"
                + (archived ? "" : " and c.archived_at is null");
    }

    private String all(String name) {
        return allOf(name, "'%%' || folded(:word%d) || '%%'");
    }

    /** @param pattern of a word; as a {@code select} it is made once, and not for each of the names that are read */
    private String allOf(String name, String pattern) {
        return IntStream.range(0, words.size())
                .mapToObj(at ->
                        words.get(at).length() < SHORT ? begins(name, at) : name + " like " + pattern.formatted(at))
                .collect(Collectors.joining(" and "));
    }

    /** Whether each of the words begins one of the name. */
    public String begins(String name) {
        return words.isEmpty()
                ? "false"
                : IntStream.range(0, words.size())
                        .mapToObj(at -> begins(name, at))
                        .collect(Collectors.joining(" and "));
    }

    private static String begins(String name, int at) {
        return "(%1$s like folded(:word%2$d) || '%%' or %1$s like '%% ' || folded(:word%2$d) || '%%')"
                .formatted(name, at);
    }
}
