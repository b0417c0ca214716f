package org.attune.nurture.web;

import java.util.Locale;
import java.util.Optional;
import org.attune.access.Viewer;
import org.attune.correspondence.Letters;
import org.attune.correspondence.ReadersLanguage;
import org.attune.outside.LinkSendings;
import org.attune.outside.OutsideAddress;
import org.attune.outside.OutsideLinkId;
import org.attune.outside.SentLink;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.platform.web.Say;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A letter with a link in it, begun in the language of whoever gets it. Nothing is sent before somebody has read it and does so. */
@Component
class LinkLetter {

    private final LinkSendings sendings;
    private final OutsideAddress outside;
    private final ReadersLanguage readers;
    private final Letters letters;
    private final ContactSight sight;
    private final MessageSource messages;
    private final Say say;

    LinkLetter(
            LinkSendings sendings,
            OutsideAddress outside,
            ReadersLanguage readers,
            Letters letters,
            ContactSight sight,
            MessageSource messages,
            Say say) {
        this.sendings = sendings;
        this.outside = outside;
        this.readers = readers;
        this.letters = letters;
        this.sight = sight;
        this.messages = messages;
        this.say = say;
    }

    TouchForm begin(Viewer viewer, ContactId contact, OutsideLinkId id, TouchForm form) {
        SentLink link = sendings.toSend(viewer, id, contact);
        Locale theirs = readers.of(viewer, contact);
        String key = "outside.letter." + link.kind().word();
        Object[] named = {sight.seen(viewer, contact).name(), say.in(theirs).day(link.until())};
        return form.with(
                id,
                messages.getMessage(key + ".words", named, theirs),
                messages.getMessage(key + ".subject", named, theirs),
                letters.arePossible());
    }

    /** What the form says of the link that goes with it; nothing where there is none, or it closed meanwhile. */
    void into(Viewer viewer, ContactId contact, TouchForm form, Model model) {
        Optional.ofNullable(form.going())
                .flatMap(id -> sendings.stillToSend(viewer, id, contact))
                .ifPresent(link ->
                        model.addAttribute("going", link).addAttribute("goingTo", outside.beforePaths() + link.path()));
    }
}
