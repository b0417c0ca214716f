package org.attune.nurture;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.Viewer;
import org.attune.correspondence.AddressView;
import org.attune.correspondence.LetterState;
import org.attune.correspondence.Letters;
import org.attune.correspondence.WriteLetter;
import org.attune.library.FileView;
import org.attune.library.GivenMaterial;
import org.attune.library.HeardWordsView;
import org.attune.library.LibraryFiles;
import org.attune.library.MaterialVersionId;
import org.attune.library.Materials;
import org.attune.library.Stories;
import org.attune.library.StoryId;
import org.attune.library.StoryUse;
import org.attune.library.ToldStory;
import org.attune.people.ContactId;
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
    private final Materials materials;
    private final Stories stories;
    private final LibraryFiles files;

    TouchLetters(
            Touches touches,
            TouchesTogether together,
            Letters letters,
            Materials materials,
            Stories stories,
            LibraryFiles files) {
        this.touches = touches;
        this.together = together;
        this.letters = letters;
        this.materials = materials;
        this.stories = stories;
        this.files = files;
    }

    /** Notes a touch and sends it; both or neither. */
    public TouchView send(Viewer viewer, NoteTouch note, SendTouch send) {
        TouchView touch = touches.note(viewer, note);
        if (touch.letter() == null) {
            letters.write(viewer, letter(viewer, touch, note.given(), send));
        }
        return touches.find(viewer, touch.id());
    }

    /** Notes touches to a few and sends each of them its own; all or none. */
    public List<TouchView> send(Viewer viewer, NoteTogether note, @Nullable String subject) {
        List<TouchView> noted = together.note(viewer, note);
        SendTouch send = new SendTouch(null, subject, null);
        Given given = new Given(note.material(), null, null, null, null);
        noted.stream()
                .filter(touch -> touch.letter() == null)
                .forEach(touch -> letters.write(viewer, letter(viewer, touch, given, send)));
        return noted;
    }

    /** Tries a letter once more that could not be sent. Whoever it is for gets it once, since it is the same message. */
    public TouchView again(Viewer viewer, UUID id) {
        TouchView touch = touches.find(viewer, id);
        TouchView.Letter letter = touch.letter();
        if (letter == null || letter.state() != LetterState.FAILED || !touch.mine()) {
            throw new RuleRefused("nurture.letter.again.none");
        }
        letters.write(viewer, letter(viewer, touch, given(touch), new SendTouch(null, letter.subject(), null)));
        return touches.find(viewer, id);
    }

    private static Given given(TouchView touch) {
        UUID about = touch.about() == null ? null : touch.about().id();
        return new Given(about, about, null, null, null).of(touch.kind());
    }

    private WriteLetter letter(Viewer viewer, TouchView touch, Given about, SendTouch send) {
        GivenMaterial given =
                about.material() == null ? null : materials.given(new MaterialVersionId(about.material()));
        String words = touch.words() == null ? "" : touch.words();
        return new WriteLetter(
                touch.id(),
                touch.contact(),
                address(viewer, touch.contact(), send.address()),
                send.subject() == null ? "" : send.subject(),
                words + (given == null ? "" : with(given)) + told(viewer, about),
                send.answers(),
                given == null || given.file() == null ? null : enclosure(viewer, given.file()));
    }

    /** What is not a file stands in the letter: its link, or its text where there is none. */
    private static String with(GivenMaterial given) {
        if (given.url() != null) {
            return "\n\n" + given.title() + "\n" + given.url();
        }
        return given.file() != null || given.body().isBlank() ? "" : "\n\n" + given.title() + "\n\n" + given.body();
    }

    /** As far as its owner allowed it, in the moment it is written. */
    private String told(Viewer viewer, Given about) {
        if (about.story() == null) {
            return "";
        }
        ToldStory story = stories.told(viewer, new StoryId(about.story()), StoryUse.How.WRITTEN);
        String heard = story.heard().stream().map(HeardWordsView::words).collect(Collectors.joining("\n\n"));
        return Stream.of(story.title(), story.situation(), heard, story.found(), story.result())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n\n", "\n\n", ""));
    }

    private WriteLetter.Enclosure enclosure(Viewer viewer, FileView file) {
        if (file.size() > WriteLetter.LARGEST_ENCLOSURE) {
            throw new RuleRefused("correspondence.enclosure.large", "material");
        }
        return new WriteLetter.Enclosure(file.name(), file.mediaType(), files.content(files.find(viewer, file.id())));
    }

    private String address(Viewer viewer, ContactId contact, @Nullable String chosen) {
        if (chosen != null && !chosen.isBlank()) {
            return chosen;
        }
        return letters.addresses(viewer, contact).stream()
                .filter(one -> one.wanted() && one.deadSince() == null)
                .map(AddressView::address)
                .findFirst()
                .orElseThrow(() -> new RuleRefused("correspondence.address.none", "send"));
    }
}
