package org.attune.nurture.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.attune.access.Viewer;
import org.attune.conversations.Channel;
import org.attune.correspondence.AddressView;
import org.attune.correspondence.Letters;
import org.attune.library.Materials;
import org.attune.library.Stories;
import org.attune.library.StoryUse;
import org.attune.nurture.Reaction;
import org.attune.nurture.TouchChoices;
import org.attune.nurture.TouchKind;
import org.attune.people.ContactId;
import org.attune.platform.web.Option;
import org.attune.platform.web.Say;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The choices in forms about touches, in finished words. */
@Component
class TouchOptions {

    private final TouchChoices choices;
    private final Materials materials;
    private final Stories stories;
    private final Letters letters;
    private final MessageSource messages;
    private final Say say;

    TouchOptions(
            TouchChoices choices,
            Materials materials,
            Stories stories,
            Letters letters,
            MessageSource messages,
            Say say) {
        this.choices = choices;
        this.materials = materials;
        this.stories = stories;
        this.letters = letters;
        this.messages = messages;
        this.say = say;
    }

    List<Option> kinds(Viewer viewer) {
        return options(viewer, Arrays.stream(TouchKind.values()));
    }

    /** What several people can get at once: an introduction and a story are between two. */
    List<Option> kindsForSeveral(Viewer viewer) {
        return options(viewer, Stream.of(TouchKind.GREETING, TouchKind.MATERIAL, TouchKind.EVENT, TouchKind.OTHER));
    }

    private List<Option> options(Viewer viewer, Stream<TouchKind> kinds) {
        return kinds.map(kind -> new Option(kind.name(), word(viewer, "nurture.kind." + kind.word())))
                .toList();
    }

    List<Option> reactions(Viewer viewer) {
        return Arrays.stream(Reaction.values())
                .map(one -> new Option(one.name(), word(viewer, "nurture.reaction." + one.word())))
                .toList();
    }

    List<Option> channels(Viewer viewer) {
        return Arrays.stream(Channel.values())
                .map(one -> new Option(
                        one.name(), word(viewer, "desk.channel." + one.name().toLowerCase(Locale.ROOT))))
                .toList();
    }

    List<Option> materials(Viewer viewer) {
        return materials.choices(viewer).stream()
                .map(one -> new Option(one.version().value().toString(), one.title()))
                .toList();
    }

    List<Option> stories(Viewer viewer) {
        return stories.choices(viewer, StoryUse.How.WRITTEN).stream()
                .map(one -> new Option(one.id().value().toString(), one.title()))
                .toList();
    }

    List<Option> said(Viewer viewer, ContactId contact) {
        return choices.saidLately(viewer, contact).stream()
                .map(one -> new Option(
                        one.turn().toString(),
                        messages.getMessage(
                                "nurture.touch.turn.said",
                                new Object[] {say.day(one.at()), one.words()},
                                viewer.locale())))
                .toList();
    }

    /** None where no letters can be sent. */
    List<Option> addresses(Viewer viewer, ContactId contact) {
        if (!letters.arePossible()) {
            return List.of();
        }
        return letters.addresses(viewer, contact).stream()
                .filter(AddressView::wanted)
                .map(one -> new Option(one.address(), told(viewer, one)))
                .toList();
    }

    /** Those that do not work, as far as letters have shown. */
    List<AddressView> dead(Viewer viewer, ContactId contact) {
        return letters.addresses(viewer, contact).stream()
                .filter(one -> one.deadSince() != null)
                .toList();
    }

    private String told(Viewer viewer, AddressView one) {
        return one.deadSince() == null
                ? one.address()
                : messages.getMessage(
                        "nurture.letter.address.dead",
                        new Object[] {one.address(), say.day(one.deadSince())},
                        viewer.locale());
    }

    private String word(Viewer viewer, String key) {
        return messages.getMessage(key, null, viewer.locale());
    }
}
