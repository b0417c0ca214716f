package org.attune.insight;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations a figure counts.
 *
 * @param condition on {@code v}, one of {@link #TALKS}
 * @param minutes whether their minutes are summed, otherwise they are counted
 * @param word what the condition calls :word
 * @param amount the minutes of each of them that are summed
 */
record TimeFigure(
        String condition, boolean minutes, @Nullable String word, String amount) {

    private static final String ALL_OF_THEM = "v.minutes";

    /** What was signed in the twelve months up to the end of the period; the newest decision counts. */
    static final String SIGNED = """
            select d.offer_id as id, d.contact_id, w.title, d.on_day, d.currency, d.price
              from overseen_answer(:viewer) d left join offer w on w.id = d.offer_id
             where d.said = 'yes' and d.state = 'decided' and\s""" + Won.inYearTo(":until");

    private static final String IN_DAYS = """
            %1$s.happened_at >= :begins and %1$s.happened_at < :ends
             and (:team::uuid is null or %1$s.team_id = :team) and (:person::uuid is null or %1$s.owner_id = :person)""";

    /** Those of a slice that took place in its days, after {@code from overseen_talk(:viewer) v}. */
    static final String TOOK_PLACE = IN_DAYS.formatted("v");

    /** Each row of those, one for each who took part: all of a conversation have its day, its team and its owner. */
    private static final String TOOK_PART =
            "select k.conversation_id from overseen_talk(:viewer) k where " + IN_DAYS.formatted("k");

    /** Of which company or stage at least one was who took part. */
    static final String WITH_SOMEBODY = """
            ((:company::uuid is null and :stage::text is null) or v.conversation_id in (
               %s
                  and (:company::uuid is null or exists (
                        select from contact c where c.id = k.contact_id and c.company_id = :company))
                  and (:stage::text is null or exists (
                        select from contact_stage g where g.contact_id = k.contact_id and g.stage_key = :stage))))""".formatted(TOOK_PART);

    private static final String BUYERS = "select s.contact_id from (" + SIGNED + ") s";

    /** The conversations of a slice, each once; whoever else took part is looked through only for buyers. */
    static final String TALKS = """
            select v.conversation_id as id, v.hat, v.marketing_minutes, v.channel, v.state, v.minutes, v.built, v.moved, v.talked_more,
                   v.happened_at, (v.happened_at at time zone :zone)::date as day,
                   v.contact_id in (%1$s) or v.conversation_id in (%2$s and not k.first and k.contact_id in (%1$s)) as with_buyers
              from overseen_talk(:viewer) v
             where v.first and %3$s and %4$s""".formatted(BUYERS, TOOK_PART, TOOK_PLACE, WITH_SOMEBODY);

    static final String SUMS = """
            count(*) as conversations, coalesce(sum(v.minutes), 0) as minutes,
            count(*) filter (where v.minutes is null) as unknown,
            coalesce(sum(v.minutes) filter (where v.with_buyers), 0) as with_buyers,
            coalesce(sum(v.marketing_minutes), 0) as marketing,
            coalesce(sum(v.marketing_minutes) filter (where v.with_buyers), 0) as marketing_with_buyers,
            count(*) filter (where v.state = 'closed') as closed,
            count(*) filter (where v.state = 'closed' and v.built) as built,
            count(*) filter (where v.state = 'closed' and v.moved) as moved,
            count(*) filter (where v.state = 'closed' and v.built and v.moved) as both,
            count(*) filter (where v.state = 'closed' and not v.built and not v.moved) as neither,
            count(*) filter (where v.state = 'closed' and not v.built and not v.moved and v.talked_more = 'we') as we_talked_more""";

    private static final String WITH = "with:";

    private static final String HAT = "hat-";

    private static final String TALKS_OF = "talks-of:";

    private static final String UNKNOWN_OF = "unknown-of:";

    private static final Set<String> HATS = Set.of("sales", "marketing");

    private static final Set<String> CHANNELS =
            Set.of("in_person", "call", "video", "email", "chat", "letter", "document");

    private static final Map<String, TimeFigure> NAMED = Map.ofEntries(
            counted("conversations", "true"),
            timed("minutes", "true"),
            counted("unknown", "v.minutes is null"),
            timed("with-buyers", "v.with_buyers"),
            timed("with-others", "not v.with_buyers"),
            counted("closed", "v.state = 'closed'"),
            counted("unfinished", "v.state <> 'closed'"),
            counted("built", "v.state = 'closed' and v.built"),
            counted("moved", "v.state = 'closed' and v.moved"),
            counted("both", "v.state = 'closed' and v.built and v.moved"),
            counted("neither", "v.state = 'closed' and not v.built and not v.moved"),
            counted(
                    "neither-we-talked-more",
                    "v.state = 'closed' and not v.built and not v.moved and v.talked_more = 'we'"));

    /** As in an address: also {@code hat-sales}, {@code channel-call}, and {@code with:} whom; how many of those, {@code talks-of:hat-sales}. */
    static Optional<TimeFigure> named(String name) {
        if (name.startsWith(TALKS_OF)) {
            return ofKind(name.substring(TALKS_OF.length()), "true");
        }
        if (name.startsWith(UNKNOWN_OF)) {
            return ofKind(name.substring(UNKNOWN_OF.length()), "v.minutes is null");
        }
        return ofKind(name).or(() -> Optional.ofNullable(NAMED.get(name)));
    }

    private static Optional<TimeFigure> ofKind(String name, String which) {
        return ofKind(name.startsWith(HAT) ? "of-" + name : name)
                .map(kind -> new TimeFigure(kind.condition + " and " + which, false, kind.word, ALL_OF_THEM));
    }

    private static Optional<TimeFigure> ofKind(String name) {
        if (name.startsWith(WITH)) {
            return with(name.substring(WITH.length()));
        }
        if (name.startsWith(HAT)) {
            return underHat(name.substring(HAT.length()));
        }
        if (name.startsWith("of-" + HAT)) {
            return oneOf(HATS, name.substring(HAT.length() + 3), "v.hat = :word");
        }
        if (name.startsWith("channel-")) {
            return oneOf(CHANNELS, name.substring(8), "v.channel = :word");
        }
        return Optional.empty();
    }

    /** Each with its share, also those that were begun under the other one. */
    private static Optional<TimeFigure> underHat(String hat) {
        String share = hat.equals("marketing") ? "v.marketing_minutes" : "v.minutes - v.marketing_minutes";
        return HATS.contains(hat)
                ? Optional.of(new TimeFigure("(v.hat = :word or " + share + " > 0)", true, hat, share))
                : Optional.empty();
    }

    private static Optional<TimeFigure> oneOf(Set<String> words, String word, String condition) {
        return words.contains(word)
                ? Optional.of(new TimeFigure(condition, true, word, ALL_OF_THEM))
                : Optional.empty();
    }

    private static Optional<TimeFigure> with(String whom) {
        try {
            return Optional.of(new TimeFigure(
                    "exists (select from participant p where p.conversation_id = v.id and p.contact_id = :word::uuid)",
                    true,
                    UUID.fromString(whom).toString(),
                    ALL_OF_THEM));
        } catch (IllegalArgumentException nobody) {
            return Optional.empty();
        }
    }

    private static Map.Entry<String, TimeFigure> counted(String name, String condition) {
        return Map.entry(name, new TimeFigure(condition, false, null, ALL_OF_THEM));
    }

    private static Map.Entry<String, TimeFigure> timed(String name, String condition) {
        return Map.entry(name, new TimeFigure(condition, true, null, ALL_OF_THEM));
    }
}
