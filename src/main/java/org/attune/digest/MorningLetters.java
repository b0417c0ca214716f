package org.attune.digest;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.attune.access.Organisation;
import org.attune.access.SignedIn;
import org.attune.access.UserId;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.desk.TodayCover;
import org.attune.desk.TodayCover.Duty;
import org.attune.desk.TodayListening;
import org.attune.digest.DigestNews.News;
import org.attune.mail.Letter;
import org.attune.mail.LetterPart;
import org.attune.mail.Mail;
import org.attune.mail.Recipient;
import org.attune.nurture.NurtureQueue;
import org.attune.nurture.QueueOf;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.promises.PromiseView;
import org.attune.promises.Promises;
import org.attune.voice.Tellings;
import org.attune.voice.ToTell;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes one morning's letter to one person. */
@Component
@Transactional
class MorningLetters {

    private static final int LISTEN = 8;
    private static final int PROMISES = 12;
    private static final int TELLINGS = 6;
    private static final int NEWS = 6;
    private static final int COVER = 8;

    private final DigestChoices choices;
    private final DigestLink link;
    private final DigestNews news;
    private final TodayListening listening;
    private final TodayCover cover;
    private final Promises promises;
    private final NurtureQueue queue;
    private final Tellings tellings;
    private final Users users;
    private final Organisation organisation;
    private final Mail mail;
    private final MessageSource messages;

    MorningLetters(
            DigestChoices choices,
            DigestLink link,
            DigestNews news,
            TodayListening listening,
            TodayCover cover,
            Promises promises,
            NurtureQueue queue,
            Tellings tellings,
            Users users,
            Organisation organisation,
            Mail mail,
            MessageSource messages) {
        this.choices = choices;
        this.link = link;
        this.news = news;
        this.listening = listening;
        this.cover = cover;
        this.promises = promises;
        this.queue = queue;
        this.tellings = tellings;
        this.users = users;
        this.organisation = organisation;
        this.mail = mail;
        this.messages = messages;
    }

    /** @return whether there was something to write, and nobody had written it yet */
    boolean write(UserId person, Morning morning) {
        if (!choices.take(person, morning.day())) {
            return false;
        }
        SignedIn reader = users.signedIn(person).orElseThrow(() -> new NotSeen("user"));
        DigestWords words = new DigestWords(reader.viewer(), messages, Clock.fixed(morning.begins(), morning.zone()));
        List<LetterPart> parts = parts(reader.viewer(), morning, words);
        return !parts.isEmpty() && mail.write(letter(reader, morning, words, parts));
    }

    private Letter letter(SignedIn reader, Morning morning, DigestWords words, List<LetterPart> parts) {
        Viewer viewer = reader.viewer();
        return new Letter(
                Ids.next(),
                Digests.KIND,
                new Recipient(viewer.uuid(), viewer.name(), reader.email(), viewer.locale()),
                "digest.letter.",
                List.of(organisation.current().name(), words.say().weekday(morning.day())),
                "/",
                morning.ends(),
                parts,
                "/digest/" + link.of(viewer.id()));
    }

    private List<LetterPart> parts(Viewer viewer, Morning morning, DigestWords words) {
        List<LetterPart> parts = new ArrayList<>();
        List<TodayListening.Person> time = listening.isTime(viewer, morning.day(), LISTEN + 1);
        parts.add(words.part(words.word("digest.listen"), time, LISTEN, words::listen));
        List<PromiseView> due =
                promises.due(viewer, morning.day(), null, PROMISES + 1).items();
        parts.add(words.part(words.word("digest.promises"), due, PROMISES, words::promise));
        List<ToTell> toTell = tellings.waiting(viewer, TELLINGS + 1);
        parts.add(words.part(words.word("digest.tellings"), toTell, TELLINGS, words::telling));
        List<Integer> inTouch = Stream.of(queue.count(viewer, QueueOf.MINE))
                .filter(many -> many > 0)
                .toList();
        parts.add(words.part(words.word("digest.queue"), inTouch, 1, words::inTouch));
        List<News> changed = news.of(viewer, morning.before(), morning.day(), NEWS);
        String since = words.word("digest.news", words.say().weekday(morning.before()));
        parts.add(words.part(since, changed, changed.size(), words::news));
        List<Duty> duties = cover.duties(viewer, morning.day()).stream()
                .filter(duty -> !duty.day().isAfter(morning.day()))
                .toList();
        parts.add(words.part(words.word("digest.cover"), duties, COVER, words::duty));
        parts.removeIf(part -> part.lines().isEmpty());
        return parts;
    }
}
