package org.attune.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.attune.conversations.Alike;
import org.attune.conversations.ConversationId;
import org.attune.conversations.CorrectionView;
import org.attune.conversations.Mark;
import org.attune.conversations.TurnId;
import org.attune.conversations.TurnKind;
import org.attune.conversations.TurnRef;
import org.attune.conversations.TurnView;
import org.attune.desk.web.TurnLine.AlikeLine;
import org.attune.desk.web.TurnLine.Chip;
import org.attune.desk.web.TurnLine.Correction;
import org.attune.desk.web.TurnLine.MarkSwitch;
import org.attune.desk.web.TurnLine.Ref;
import org.attune.library.UsedItem;
import org.attune.platform.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts turns into the words, chips and links the dialogue shows. */
@Component
class Dialogue {

    private static final Map<Mark, String> ICONS = Map.of(
            Mark.THEIR_QUESTION, "help-circle",
            Mark.ASKED_FOR_OFFER, "hand-stop",
            Mark.REACTION, "thumb-up",
            Mark.PLAYED_BACK, "check",
            Mark.PERSONAL, "heart",
            Mark.SENSITIVE, "lock",
            Mark.CONSENTED_TO_STORY, "speakerphone");

    /** A check beside a mark says that it is set. */
    private static final Map<Mark, String> OUR_ICONS = Map.of(
            Mark.ACKNOWLEDGED, "corner-up-left",
            Mark.PUSHED, "hand-stop",
            Mark.PLAYED_BACK, "quote");

    private static final Map<Mark, String> KEYS = Map.of(
            Mark.THEIR_QUESTION, "q",
            Mark.ASKED_FOR_OFFER, "b",
            Mark.REACTION, "r",
            Mark.PERSONAL, "l",
            Mark.SENSITIVE, "s",
            Mark.ACKNOWLEDGED, "u",
            Mark.PUSHED, "d",
            Mark.PLAYED_BACK, "y");

    private static final List<Mark> SWITCHES = List.of(
            Mark.THEIR_QUESTION,
            Mark.ASKED_FOR_OFFER,
            Mark.REACTION,
            Mark.CONSENTED_TO_STORY,
            Mark.PERSONAL,
            Mark.SENSITIVE);

    private static final List<Mark> OUR_SWITCHES = List.of(Mark.ACKNOWLEDGED, Mark.PUSHED, Mark.PLAYED_BACK);

    private final Say say;
    private final MessageSource messages;

    Dialogue(Say say, MessageSource messages) {
        this.say = say;
        this.messages = messages;
    }

    /** What a need stands on in a turn: its title, its page, and the very words. */
    record NeedWords(String title, String href, @Nullable String excerpt) {}

    /**
     * How the conversation is just now.
     *
     * @param open it goes on
     * @param ourMarks the viewer may say how we spoke
     * @param marketing it goes on under the marketing hat
     */
    record Now(boolean open, boolean ourMarks, boolean marketing) {}

    /**
     * @param needs by turn, the needs that stand on it
     * @param worth what may be worth following up; not where a need stands on it already
     * @param uses by response, what of the library it used
     */
    List<TurnLine> lines(
            List<TurnView> turns,
            Map<TurnId, List<NeedWords>> needs,
            Set<TurnId> worth,
            Map<TurnId, List<UsedItem>> uses,
            Now now) {
        boolean onSeveralDays =
                turns.stream().map(turn -> say.day(turn.saidAt())).distinct().count() > 1;
        return turns.stream()
                .map(turn -> line(
                        turn,
                        needs.getOrDefault(turn.id(), List.of()),
                        worth,
                        uses.getOrDefault(turn.id(), List.of()),
                        now,
                        onSeveralDays))
                .toList();
    }

    private TurnLine line(
            TurnView turn, List<NeedWords> needs, Set<TurnId> worth, List<UsedItem> uses, Now now, boolean withDay) {
        String words = Objects.requireNonNullElse(turn.words(), Objects.requireNonNullElse(turn.erasedAs(), ""));
        boolean theirs = turn.kind() == TurnKind.HEARD;
        return new TurnLine(
                turn.id().value(),
                turn.seq(),
                key(turn.kind()),
                turn.speakerName() == null ? word("desk.turn.somebody") : turn.speakerName(),
                turn.speaker() == null ? null : turn.speaker().value(),
                say.time(turn.saidAt()),
                withDay ? say.day(turn.saidAt()) : null,
                turn.hatChanged() ? key(turn.hat()) : null,
                now.marketing() && turn.marks().contains(Mark.ASKED_FOR_OFFER)
                        ? "/conversations/" + turn.conversation().value() + "/hat"
                        : null,
                turn.exactness() == null ? null : key(turn.exactness()),
                words,
                Highlights.in(words, marked(turn, needs)),
                turn.understanding(),
                turn.corrections().stream().map(this::correction).toList(),
                theirs ? chips(turn, needs) : List.of(),
                theirs
                        ? switches(SWITCHES, ICONS, turn.marks())
                        : now.ourMarks() ? switches(OUR_SWITCHES, OUR_ICONS, turn.marks()) : List.of(),
                turn.kind() == TurnKind.ASKED
                        ? refs(turn.conversation(), turn.answeredBy(), now.open() && !turn.evidence())
                        : List.of(),
                turn.follows() == null ? null : ref(turn.conversation(), turn.follows(), false),
                turn.kind() == TurnKind.ASKED
                        ? List.of()
                        : refs(turn.conversation(), turn.answers(), theirs && now.open() && !turn.evidence()),
                turn.alike().stream().map(this::alike).toList(),
                uses.stream()
                        .map(one -> new Chip(one.title(), "", one.story() ? "quote" : "file-text", one.path()))
                        .toList(),
                turn.editable(),
                turn.words() != null,
                now.open(),
                needs.isEmpty() && worth.contains(turn.id()),
                false);
    }

    /** Evidence carries the highlighter: the very words of a need, or all that was said when they asked for an offer. */
    private static List<String> marked(TurnView turn, List<NeedWords> needs) {
        Stream<String> ofNeeds = needs.stream().map(need -> need.excerpt() == null ? "" : need.excerpt());
        Stream<String> asked = turn.marks().contains(Mark.ASKED_FOR_OFFER) ? Stream.of("") : Stream.empty();
        return Stream.concat(ofNeeds, asked).toList();
    }

    private List<Chip> chips(TurnView turn, List<NeedWords> needs) {
        List<Chip> chips = new ArrayList<>();
        needs.forEach(need -> chips.add(new Chip(word("desk.turn.need", need.title()), "need", "flag", need.href())));
        if (turn.marks().contains(Mark.ASKED_FOR_OFFER)) {
            chips.add(new Chip(word("desk.turn.mark.asked_for_offer"), "need", "hand-stop", null));
        }
        if (turn.marks().contains(Mark.THEIR_QUESTION)) {
            chips.add(
                    turn.isWaiting()
                            ? new Chip(word("desk.turn.waiting"), "dash", "help-circle", null)
                            : new Chip(word("desk.turn.question-answered"), "", "help-circle", null));
        }
        if (turn.thread() != null && turn.thread().isOpen()) {
            chips.add(new Chip(word("desk.turn.open-thread"), "dash", "circle-dashed", null));
        }
        Stream.of(Mark.REACTION, Mark.PLAYED_BACK, Mark.CONSENTED_TO_STORY, Mark.PERSONAL, Mark.SENSITIVE)
                .filter(turn.marks()::contains)
                .forEach(mark -> chips.add(
                        new Chip(word("desk.turn.mark." + key(mark)), "", ICONS.getOrDefault(mark, "tag"), null)));
        turn.themes().forEach(theme -> chips.add(new Chip(theme.name(), "", "tag", null)));
        return chips;
    }

    private static List<MarkSwitch> switches(List<Mark> offered, Map<Mark, String> icons, Set<Mark> marks) {
        return offered.stream()
                .map(mark -> new MarkSwitch(
                        key(mark), icons.getOrDefault(mark, "tag"), KEYS.getOrDefault(mark, ""), marks.contains(mark)))
                .toList();
    }

    private List<Ref> refs(ConversationId here, List<TurnRef> refs, boolean removable) {
        return refs.stream().map(ref -> ref(here, ref, removable)).toList();
    }

    private Ref ref(ConversationId here, TurnRef ref, boolean removable) {
        boolean onThisPage = ref.conversation().equals(here);
        return new Ref(
                ref.id().value(),
                ref.seq(),
                onThisPage ? String.valueOf(ref.seq()) : word("desk.turn.earlier", ref.seq()),
                onThisPage
                        ? "#t" + ref.seq()
                        : "/conversations/" + ref.conversation().value() + "#t" + ref.seq(),
                removable && onThisPage);
    }

    /** Nearly the same was told to others. */
    AlikeLine alike(Alike alike) {
        return new AlikeLine(
                word(
                        "desk.turn.alike",
                        alike.toldTo() == null ? word("desk.turn.somebody") : alike.toldTo(),
                        say.day(alike.saidAt())),
                alike.words(),
                "/conversations/" + alike.turn().conversation().value() + "#t"
                        + alike.turn().seq());
    }

    private Correction correction(CorrectionView correction) {
        return new Correction(correction.by(), say.day(correction.at()), correction.words());
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
