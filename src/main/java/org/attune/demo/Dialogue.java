package org.attune.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.conversations.Conversations;
import org.attune.conversations.LogTurn;
import org.attune.conversations.Mark;
import org.attune.conversations.TurnId;
import org.attune.conversations.TurnKind;
import org.attune.conversations.Turns;
import org.attune.needs.Inheritance;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** Plays a conversation turn by turn, while its minutes pass, with what is noted about each. */
@DemoOnly
class Dialogue {

    private static final Map<String, Mark> MARKS = Map.of(
            "question", Mark.THEIR_QUESTION,
            "buy", Mark.ASKED_FOR_OFFER,
            "acknowledged", Mark.ACKNOWLEDGED,
            "pushed", Mark.PUSHED,
            "personal", Mark.PERSONAL,
            "sensitive", Mark.SENSITIVE,
            "reaction", Mark.REACTION,
            "playback", Mark.PLAYED_BACK);

    private final Conversations conversations;
    private final Turns turns;
    private final Inheritance inheritance;
    private final WordsOfTheBank bank;

    Dialogue(Conversations conversations, Turns turns, Inheritance inheritance, WordsOfTheBank bank) {
        this.conversations = conversations;
        this.turns = turns;
        this.inheritance = inheritance;
        this.bank = bank;
    }

    void play(Cue cue, Viewer viewer, Talk talk, Duration lasting) {
        List<Line> lines = cue.body();
        Duration step = lasting.dividedBy(lines.size() + 1L);
        for (Line line : lines) {
            cue.cast().itIs(cue.cast().now().plus(step));
            if (line.text().startsWith("> ")) {
                deed(line, cue.cast(), viewer, talk);
            } else {
                turn(SaidLine.read(line), cue.cast(), viewer, talk);
            }
        }
    }

    private static void deed(Line line, Cast cast, Viewer viewer, Talk talk) {
        note(
                line,
                line.text().substring(2),
                new Cue(line, new Phrase(line, ""), List.of(), cast, viewer, talk, null, null, talk.lead()));
    }

    private void turn(SaidLine said, Cast cast, Viewer viewer, Talk talk) {
        Cast.Known speaker = said.speaker() == null ? null : cast.contacts.get(said.line(), said.speaker());
        TurnId id = new TurnId(Ids.next());
        Logging logging = new Logging(said, cast, viewer, talk);
        turns.log(viewer, logging.log(id, speaker == null ? null : speaker.id()));
        talk.said(id, said);
        if (said.kind().isTheirs()) {
            inheritance.answered(id, viewer.id());
        }
        Cue about = new Cue(
                said.line(),
                new Phrase(said.line(), ""),
                List.of(),
                cast,
                viewer,
                talk,
                id,
                said.excerpt(),
                speaker == null ? talk.lead() : speaker);
        logging.others.forEach(other -> note(said.line(), other, about));
    }

    private static void note(Line line, String note, Cue where) {
        Phrase phrase = new Phrase(line, note);
        String word = phrase.next("a word");
        where.cast()
                .play(
                        word,
                        new Cue(
                                line,
                                phrase,
                                where.body(),
                                where.cast(),
                                where.by(),
                                where.talk(),
                                where.turn(),
                                where.excerpt(),
                                where.about()));
    }

    /** What has to be known before the turn is logged; the rest is noted afterwards. */
    private final class Logging {

        private final SaidLine said;
        private final Cast cast;
        private final Viewer viewer;
        private final Talk talk;
        private final Set<Mark> marks = new HashSet<>();
        private final Set<TurnId> answers = new HashSet<>();
        private final List<String> others = new ArrayList<>();

        private @Nullable TurnId follows;
        private @Nullable String understanding;

        Logging(SaidLine said, Cast cast, Viewer viewer, Talk talk) {
            this.said = said;
            this.cast = cast;
            this.viewer = viewer;
            this.talk = talk;
            said.notes().forEach(this::note);
        }

        private void note(String note) {
            Phrase phrase = new Phrase(said.line(), note);
            String word = phrase.next("a word");
            Mark mark = MARKS.get(word);
            if (mark != null) {
                marks.add(mark);
                return;
            }
            switch (word) {
                case "answers" -> phrase.others().forEach(which -> answers.add(talk.turn(said.line(), which, cast)));
                case "follows" ->
                    follows = phrase.isOver() ? lastHeard() : talk.turn(said.line(), phrase.next("a turn"), cast);
                case "understood" -> understanding = phrase.needsText();
                case "hat" -> conversations.wear(viewer, talk.id(), phrase.one(Hat.class));
                case "at" -> cast.itIs(moment(phrase));
                default -> others.add(note);
            }
            if (word.equals("yes") || word.equals("not-quite")) {
                marks.add(Mark.PLAYED_BACK);
            }
        }

        private Instant moment(Phrase phrase) {
            String day = phrase.next("a day");
            return cast.days().past(day, LocalTime.parse(phrase.next("a time")));
        }

        private TurnId lastHeard() {
            TurnId heard = talk.lastHeard();
            if (heard == null) {
                throw said.line().problem("nothing was heard before");
            }
            return heard;
        }

        LogTurn log(TurnId id, @Nullable ContactId speaker) {
            if (said.kind() == TurnKind.RESPONDED && answers.isEmpty()) {
                answers.add(lastHeard());
            }
            return new LogTurn(
                    id,
                    talk.id(),
                    said.kind(),
                    speaker,
                    said.exactness(),
                    said.words(),
                    understanding,
                    null,
                    answers,
                    follows,
                    marks,
                    said.kind() == TurnKind.ASKED ? bank.wording(said.words()) : null);
        }
    }
}
