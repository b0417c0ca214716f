package org.attune.demo;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.conversations.Channel;
import org.attune.conversations.ConversationId;
import org.attune.nurture.AgreeSilence;
import org.attune.nurture.ChooseWayOn;
import org.attune.nurture.Given;
import org.attune.nurture.NoteTouch;
import org.attune.nurture.OpenFromReaction;
import org.attune.nurture.Reaction;
import org.attune.nurture.Silences;
import org.attune.nurture.TouchKind;
import org.attune.nurture.TouchTalks;
import org.attune.nurture.Touches;
import org.attune.nurture.Way;
import org.attune.nurture.WaysOn;
import org.attune.nurture.Wish;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** Touches and how they were received, agreed silence, and the ways on. */
@DemoOnly
class NurtureScenes implements Scenes {

    private final Touches touches;
    private final TouchTalks talks;
    private final Silences silences;
    private final WaysOn waysOn;

    NurtureScenes(Touches touches, TouchTalks talks, Silences silences, WaysOn waysOn) {
        this.touches = touches;
        this.talks = talks;
        this.silences = silences;
        this.waysOn = waysOn;
    }

    @Override
    public Map<String, Consumer<Cue>> byWord() {
        return Map.of(
                "touch",
                this::touch,
                "received",
                this::received,
                "opened",
                this::opened,
                "silence",
                this::silence,
                "way",
                this::way);
    }

    /**
     * As in {@code touch -8 09:10 to petra material marketing asked as checklist = …}, {@code … introducing helen} or, of several in
     * one go, {@code … together new-year}.
     */
    private void touch(Cue cue) {
        Phrase phrase = cue.phrase();
        String name = phrase.after("as");
        boolean asked = phrase.take("asked");
        Given given = given(cue);
        Cast.Known contact = cue.contact();
        Viewer viewer = cue.viewer(contact);
        TouchKind kind = phrase.one(TouchKind.class);
        Viewer hatted = under(phrase.one(Hat.class), viewer);
        UUID id = Ids.next();
        touches.note(
                hatted,
                new NoteTouch(
                        id, contact.id(), kind, asked, phrase.text(), cue.cast().now(), given));
        if (name != null) {
            cue.cast().notes.put(cue.line(), name, id);
        }
    }

    private static Given given(Cue cue) {
        String introduced = cue.phrase().after("introducing");
        String together = cue.phrase().after("together");
        return new Given(
                null,
                null,
                introduced == null
                        ? null
                        : cue.cast().contacts.get(cue.line(), introduced).id(),
                null,
                together == null
                        ? null
                        : UUID.nameUUIDFromBytes(("together " + together).getBytes(StandardCharsets.UTF_8)));
    }

    /** As in {@code opened -7 09:20 petra checklist email}: what they said about it begins a conversation. */
    private void opened(Cue cue) {
        Cast.Known contact = cue.contact();
        String name = cue.phrase().next("a touch");
        Channel channel = cue.phrase().one(Channel.class);
        talks.open(
                cue.viewer(contact),
                new OpenFromReaction(cue.cast().notes.get(cue.line(), name), new ConversationId(Ids.next()), channel));
    }

    private static Viewer under(Hat hat, Viewer viewer) {
        return new Viewer(
                viewer.id(), viewer.name(), viewer.role(), viewer.sells(), hat, viewer.zone(), viewer.locale());
    }

    private void received(Cue cue) {
        Cast.Known contact = cue.contact();
        String name = cue.phrase().next("a touch");
        Reaction reaction = cue.phrase().one(Reaction.class);
        touches.received(
                cue.viewer(contact),
                cue.cast().notes.get(cue.line(), name),
                reaction,
                cue.phrase().text());
    }

    private void silence(Cue cue) {
        Cast.Known contact = cue.contact();
        silences.agree(
                cue.viewer(contact),
                new AgreeSilence(
                        Ids.next(),
                        contact.id(),
                        cue.needsDayAfter("until"),
                        cue.phrase().text(),
                        cue.turn()));
    }

    /** As in {@code way keep-talking}, {@code way not-now until +20 = …} or {@code way stop theirs}. */
    private void way(Cue cue) {
        Phrase phrase = cue.phrase();
        Boolean refer = phrase.take("refers") ? Boolean.TRUE : null;
        Cast.Known contact = cue.contact();
        var until = cue.dayAfter("until");
        Way way = phrase.one(Way.class);
        Wish wish = way == Way.STOP ? phrase.one(Wish.class) : null;
        waysOn.choose(
                cue.viewer(contact),
                new ChooseWayOn(Ids.next(), contact.id(), conversation(cue), way, until, wish, refer, phrase.text()));
    }

    private static @Nullable ConversationId conversation(Cue cue) {
        return cue.talk() == null ? null : cue.talk().id();
    }
}
