package org.attune.nurture;

import java.util.List;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.correspondence.Letters;
import org.attune.outside.LinkSendings.How;
import org.attune.outside.OutsideLinkId;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Touches that leave as letters. The touch keeps the words; the letter carries them, and is gone once it was sent. */
@Component
@Transactional
public class TouchLetters {

    private final Touches touches;
    private final TouchesTogether together;
    private final Letters letters;
    private final TouchLetterWords words;
    private final TouchLinks links;

    TouchLetters(Touches touches, TouchesTogether together, Letters letters, TouchLetterWords words, TouchLinks links) {
        this.touches = touches;
        this.together = together;
        this.letters = letters;
        this.words = words;
        this.links = links;
    }

    /** Notes a touch and sends it; both or neither. */
    public TouchView send(Viewer viewer, NoteTouch note, SendTouch send) {
        TouchView touch = touches.note(viewer, note);
        if (touch.letter() == null) {
            letters.write(viewer, words.letter(viewer, touch, note.given(), send));
        }
        links.went(viewer, touch, send.link(), How.LETTER);
        return touches.find(viewer, touch.id());
    }

    /** Notes a touch that went out by other means, and with it a link. */
    public TouchView note(Viewer viewer, NoteTouch note, @Nullable OutsideLinkId link) {
        TouchView touch = touches.note(viewer, note);
        links.went(viewer, touch, link, How.BY_HAND);
        return touch;
    }

    /** Notes touches to a few and sends each of them its own; all or none. */
    public List<TouchView> send(Viewer viewer, NoteTogether note, @Nullable String subject) {
        List<TouchView> noted = together.note(viewer, note);
        SendTouch send = new SendTouch(null, subject, null, null, null);
        Given given = new Given(note.material(), null, null, null, null);
        noted.stream()
                .filter(touch -> touch.letter() == null)
                .forEach(touch -> letters.write(viewer, words.letter(viewer, touch, given, send)));
        return noted;
    }

    /**
     * Tries a letter once more that could not be sent. Whoever it is for gets it once, since it is the same message.
     *
     * @param address one of theirs; none means the one it was written to
     */
    public TouchView again(Viewer viewer, UUID id, @Nullable String address) {
        TouchView touch = touches.find(viewer, id);
        TouchView.Letter letter = touch.letter();
        if (letter == null || !touch.mine() || letter.state().isOver()) {
            throw new RuleRefused("nurture.letter.again.none");
        }
        if (!touch.canBeTriedAgain()) {
            return touch; // it is on its way, or has left: the button was pressed twice
        }
        String to = address == null || address.isBlank() ? before(viewer, id) : address;
        SendTouch send = new SendTouch(to, letter.subject(), null, null, links.with(touch));
        letters.write(viewer, words.letter(viewer, touch, given(touch), send));
        return touches.find(viewer, id);
    }

    private String before(Viewer viewer, UUID letter) {
        return letters.writtenTo(viewer, letter)
                .orElseThrow(() -> new RuleRefused("correspondence.address.gone", "address"));
    }

    private static Given given(TouchView touch) {
        UUID about = touch.about() == null ? null : touch.about().id();
        return new Given(about, about, null, null, null).of(touch.kind());
    }
}
