package org.attune.library.web;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.library.StoryId;
import org.attune.library.StoryWords;
import org.attune.library.WriteStory;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.platform.Language;
import org.jspecify.annotations.Nullable;

/** How it worked for somebody is written down. */
record StoryForm(
        @NotNull @Nullable UUID id,
        @NotNull @Nullable UUID contact,
        @Nullable UUID need,
        @Nullable String title,
        @Nullable String situation,
        @Nullable String found,
        @Nullable String result,
        @Nullable String language,
        @Nullable String speaksTo,
        @Nullable String themes,
        @Nullable List<String> heard) {

    static StoryForm about(Viewer viewer, UUID contact, @Nullable UUID need) {
        return new StoryForm(
                Ids.next(),
                contact,
                need,
                null,
                null,
                null,
                null,
                Language.of(viewer.locale()).code(),
                null,
                null,
                List.of());
    }

    WriteStory command() {
        return new WriteStory(
                new StoryId(Objects.requireNonNull(id)),
                new ContactId(Objects.requireNonNull(contact)),
                need,
                words(title, situation, found, result, language, speaksTo, themes),
                turns(heard));
    }

    static StoryWords words(
            @Nullable String title,
            @Nullable String situation,
            @Nullable String found,
            @Nullable String result,
            @Nullable String language,
            @Nullable String speaksTo,
            @Nullable String themes) {
        return new StoryWords(
                text(title),
                text(situation),
                text(found),
                text(result),
                text(language),
                text(speaksTo),
                themes == null ? List.of() : List.of(themes));
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    /** What is no id is taken for a turn that is not there, and refused as one. */
    static List<UUID> turns(@Nullable List<String> ticked) {
        return ticked == null ? List.of() : ticked.stream().map(StoryForm::turn).toList();
    }

    private static UUID turn(String ticked) {
        try {
            return UUID.fromString(ticked);
        } catch (IllegalArgumentException noTurn) {
            return new UUID(0, 0);
        }
    }
}
