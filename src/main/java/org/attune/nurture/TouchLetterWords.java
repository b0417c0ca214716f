package org.attune.nurture;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.MailThreads;
import org.attune.correspondence.AddressView;
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

/** What is in the letter of a touch: its words, what was given with it, and the link that goes with it. */
@Component
class TouchLetterWords {

    private final Letters letters;
    private final Materials materials;
    private final Stories stories;
    private final LibraryFiles files;
    private final TouchLinks links;
    private final MailThreads mails;

    TouchLetterWords(
            Letters letters,
            Materials materials,
            Stories stories,
            LibraryFiles files,
            TouchLinks links,
            MailThreads mails) {
        this.letters = letters;
        this.materials = materials;
        this.stories = stories;
        this.files = files;
        this.links = links;
        this.mails = mails;
    }

    WriteLetter letter(Viewer viewer, TouchView touch, Given about, SendTouch send) {
        GivenMaterial given =
                about.material() == null ? null : materials.given(new MaterialVersionId(about.material()));
        String words = links.into(viewer, touch, send.link());
        return new WriteLetter(
                touch.id(),
                touch.contact(),
                address(viewer, touch.contact(), send.address()),
                send.subject() == null ? "" : send.subject(),
                words + (given == null ? "" : with(given)) + told(viewer, about),
                send.answers(),
                given == null || given.file() == null ? null : enclosure(viewer, given.file()),
                thread(viewer, touch.contact(), send.thread()));
    }

    private List<String> thread(Viewer viewer, ContactId contact, @Nullable ConversationId conversation) {
        return Optional.ofNullable(conversation)
                .flatMap(id -> mails.with(viewer, id, contact))
                .map(MailThreads.Thread::messages)
                .orElse(List.of());
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
