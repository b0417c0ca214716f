package org.attune.digest;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.attune.access.Viewer;
import org.attune.desk.TodayCover.Duty;
import org.attune.desk.TodayListening;
import org.attune.digest.DigestNews.News;
import org.attune.mail.LetterPart;
import org.attune.mail.LetterPart.Line;
import org.attune.platform.web.Say;
import org.attune.platform.web.ShellPerson;
import org.attune.promises.PromiseView;
import org.attune.stages.RhythmState;
import org.attune.voice.ToTell;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Says a morning in the words of whoever gets the letter. No customer's words are among them, nor ours about them. */
final class DigestWords {

    private final Viewer viewer;
    private final MessageSource messages;
    private final Say say;

    DigestWords(Viewer viewer, MessageSource messages, Clock clock) {
        this.viewer = viewer;
        this.messages = messages;
        this.say = new Say(clock, messages, () -> Optional.of(reader(viewer)), viewer::zone);
    }

    private static ShellPerson reader(Viewer viewer) {
        return new ShellPerson(
                viewer.uuid(),
                viewer.name(),
                "",
                true,
                false,
                false,
                false,
                "sales",
                "system",
                true,
                false,
                viewer.zone(),
                viewer.locale());
    }

    Say say() {
        return say;
    }

    <T> LetterPart part(String title, List<T> rows, int atMost, Function<T, Line> line) {
        List<Line> lines = new ArrayList<>(rows.stream().limit(atMost).map(line).toList());
        if (rows.size() > atMost) {
            lines.add(new Line(word("digest.more"), "/"));
        }
        return new LetterPart(title, lines);
    }

    Line listen(TodayListening.Person person) {
        String name =
                person.company() == null ? person.name() : word("digest.listen.of", person.name(), person.company());
        return new Line(
                word("digest.line", name, why(person)),
                "/contacts/" + person.id().value());
    }

    private String why(TodayListening.Person person) {
        RhythmState rhythm = person.rhythm();
        if (person.silenceUntil() != null) {
            return word("digest.listen.silence", say.day(person.silenceUntil()));
        }
        return rhythm == null
                ? word("digest.listen.time")
                : word(rhythm.reasonKey(), rhythm.reasonArguments().toArray());
    }

    Line promise(PromiseView promise) {
        String whose = promise.ours() ? "digest.promise.ours" : "digest.promise.theirs";
        return new Line(
                word(whose, promise.contactName(), say.due(promise.due())),
                "/promises/" + promise.id().value());
    }

    Line telling(ToTell one) {
        return new Line(
                word("digest.telling", one.name(), say.since(one.answeredAt())),
                "/voice/statements/" + one.statement());
    }

    Line inTouch(int many) {
        return new Line(word("digest.queue.many", many), "/nurture");
    }

    Line news(News news) {
        return new Line(
                switch (news.kind()) {
                    case "decided" -> word("digest.news.decided." + news.is(), news.name());
                    case "heard" -> word("digest.news.heard", news.by(), news.name());
                    default -> word("digest.news.moved", news.name(), band(news.was()), band(news.is()));
                },
                news.path());
    }

    private String band(@Nullable String band) {
        return word("digest.band." + band);
    }

    Line duty(Duty duty) {
        String what =
                switch (duty.kind()) {
                    case "PROMISE" -> "digest.cover.promise";
                    case "TALK" -> "digest.cover.talk";
                    default -> "digest.cover.time";
                };
        return new Line(word(what, duty.contactName(), say.due(duty.day()), duty.forWhom()), duty.href());
    }

    String word(String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, viewer.locale());
    }
}
