package org.attune.exchange.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.attune.exchange.SpeakerIs;
import org.attune.exchange.SpeakerIs.Whose;
import org.attune.exchange.TranscriptPreview;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/** Whose one name in a transcript is: the word of a {@link Whose}, or the id of a contact. */
public class SpeakerForm {

    @NotNull
    @Size(max = 200)
    private @Nullable String label;

    @NotNull(message = "{exchange.conversation.who.needed}")
    @Pattern(
            regexp = "OURS|NEW|LATER|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
            message = "{exchange.conversation.who.needed}")
    private @Nullable String who;

    @Size(max = 200)
    private @Nullable String newName;

    static SpeakerForm of(TranscriptPreview.Speaker speaker) {
        SpeakerForm form = new SpeakerForm();
        ContactId contact = speaker.guess().contact();
        form.label = speaker.label();
        form.who = contact == null
                ? speaker.guess().whose().name()
                : contact.value().toString();
        form.newName = speaker.guess().newName();
        return form;
    }

    SpeakerIs command() {
        String name = Objects.requireNonNull(label);
        String chosen = Objects.requireNonNull(who);
        for (Whose whose : Whose.values()) {
            if (whose != Whose.KNOWN && whose.name().equals(chosen)) {
                return new SpeakerIs(name, whose, null, newName);
            }
        }
        return new SpeakerIs(name, Whose.KNOWN, new ContactId(UUID.fromString(chosen)), null);
    }

    public @Nullable String getLabel() {
        return label;
    }

    public void setLabel(@Nullable String label) {
        this.label = label;
    }

    public @Nullable String getWho() {
        return who;
    }

    public void setWho(@Nullable String who) {
        this.who = who;
    }

    public @Nullable String getNewName() {
        return newName;
    }

    public void setNewName(@Nullable String newName) {
        this.newName = newName;
    }
}
