package org.attune.desk.web;

import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.attune.access.Viewer;
import org.attune.desk.TodayListening;
import org.attune.desk.TodayPlan;
import org.attune.desk.TodayToFinish;
import org.attune.platform.Ids;
import org.attune.platform.web.Say;
import org.attune.stages.RhythmState;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says today in sentences: the greeting, three facts before a conversation, why it is time. */
@Component
class TodayWords {

    private static final int NOON = 12;
    private static final int EVENING = 18;
    private static final int FACTS = 3;

    private final Say say;
    private final MessageSource messages;
    private final Clock clock;

    TodayWords(Say say, MessageSource messages, Clock clock) {
        this.say = say;
        this.messages = messages;
        this.clock = clock;
    }

    /** Something worth knowing, with its sign. */
    public record Fact(String icon, String says) {}

    String greeting(Viewer viewer) {
        int hour = LocalTime.ofInstant(clock.instant(), viewer.zone()).getHour();
        String part = hour < NOON ? "morning" : hour < EVENING ? "afternoon" : "evening";
        return word("desk.today.good." + part, viewer.name().strip().split("\\s+")[0]);
    }

    /** The day, and what is on it in one sentence. */
    String lead(int planned, int late, int peace) {
        List<String> parts = new ArrayList<>();
        add(parts, "planned", planned);
        add(parts, "late", late);
        add(parts, "peace", peace);
        String day = say.weekday(say.today());
        return parts.isEmpty()
                ? word("desk.today.lead.nothing", day)
                : word("desk.today.lead." + parts.size(), with(day, parts));
    }

    private static Object[] with(String day, List<String> parts) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(day);
        arguments.addAll(parts);
        return arguments.toArray();
    }

    private void add(List<String> parts, String what, int count) {
        if (count > 0) {
            parts.add(word("desk.today.lead." + what + (parts.isEmpty() ? ".first" : ""), count));
        }
    }

    /** At most three facts, the most pressing first. */
    public List<Fact> facts(TodayPlan plan) {
        return Stream.of(promised(plan), somebodyNew(plan), assumed(plan), expected(plan))
                .flatMap(facts -> facts)
                .limit(FACTS)
                .toList();
    }

    private Stream<Fact> promised(TodayPlan plan) {
        return plan.promises().stream().limit(1).map(this::promise);
    }

    private Stream<Fact> somebodyNew(TodayPlan plan) {
        return plan.people().stream()
                .filter(TodayPlan.Person::isNew)
                .limit(1)
                .map(one -> new Fact("user-plus", word("desk.today.fact.new", one.name())));
    }

    private Stream<Fact> assumed(TodayPlan plan) {
        return plan.assumptions().stream()
                .limit(1)
                .map(one -> new Fact("eye-question", word("desk.today.fact.assumed", one)));
    }

    /** What they wait for from us: the talk itself, an answer, or nothing. */
    private Stream<Fact> expected(TodayPlan plan) {
        int threads =
                plan.people().stream().mapToInt(TodayPlan.Person::openThreads).sum();
        Stream.Builder<Fact> facts = Stream.builder();
        if (plan.askedFor()) {
            facts.add(new Fact("ear", word("desk.today.fact.asked-for")));
        }
        if (threads > 0) {
            facts.add(new Fact("ear", word("desk.today.fact.threads", threads)));
        }
        if (plan.promises().isEmpty()) {
            facts.add(new Fact("calendar-event", word("desk.today.fact.nothing-promised")));
        }
        return facts.build();
    }

    private Fact promise(TodayPlan.Due due) {
        boolean late = say.isLate(due.day());
        String whose = due.mine() ? "mine" : due.ours() ? "ours" : "theirs";
        return new Fact(
                late ? "alert-circle" : "calendar-event",
                word("desk.today.fact.promise." + whose, due.person(), due.words(), say.due(due.day())));
    }

    /** Call, 30 minutes. */
    public String how(TodayPlan plan) {
        String channel = word("desk.today.channel." + plan.channel().name().toLowerCase(Locale.ROOT));
        return plan.minutes() == null ? channel : word("desk.today.channel.minutes", channel, plan.minutes());
    }

    /** Where the last words come from. */
    public String source(TodayPlan.LastWords last) {
        return word("desk.today.last", last.speaker(), say.day(last.saidAt()), last.turn());
    }

    /** Why it is time to listen to somebody. */
    public String why(TodayListening.Person person) {
        if (person.silenceUntil() != null) {
            String over = word("desk.today.silence-over", say.day(person.silenceUntil()));
            return person.silenceWhy() == null ? over : over + " " + person.silenceWhy();
        }
        RhythmState rhythm = person.rhythm();
        return rhythm == null
                ? word("desk.today.is-time")
                : word(rhythm.reasonKey(), rhythm.reasonArguments().toArray());
    }

    /** What is left to do with a conversation. */
    public String left(TodayToFinish.Unfinished one) {
        String when = say.since(one.at());
        if (one.answered() != null) {
            return word("desk.today.left.answered", when, word("needs.asked.answered." + one.answered()));
        }
        if (one.toConfirm() > 0) {
            return word("desk.today.left.confirm", when, one.toConfirm());
        }
        if (one.onlyNoted()) {
            return word("desk.today.left.noted", when);
        }
        return word(one.rests() ? "desk.today.left.rests" : "desk.today.left.open", when, one.turns());
    }

    /** For a touch that is noted with one key. */
    public UUID fresh() {
        return Ids.next();
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
