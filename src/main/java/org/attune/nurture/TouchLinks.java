package org.attune.nurture;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.access.Viewer;
import org.attune.outside.LinkSendings;
import org.attune.outside.OutsideAddress;
import org.attune.outside.OutsideLinkId;
import org.attune.outside.SentLink;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Links that go out with touches. The touch says where the link stands in it, and only the letter has it: whoever else reads the touch
 * could answer in the customer's place.
 */
@Component
class TouchLinks {

    private static final Pattern PLACE = Pattern.compile("\\[link]", Pattern.CASE_INSENSITIVE);

    private final LinkSendings sendings;
    private final OutsideAddress outside;

    TouchLinks(LinkSendings sendings, OutsideAddress outside) {
        this.sendings = sendings;
        this.outside = outside;
    }

    /** The words of a touch with its link where they say, or else below them. */
    String into(Viewer viewer, TouchView touch, @Nullable OutsideLinkId id) {
        String words = Objects.requireNonNullElse(touch.words(), "");
        if (id == null) {
            return words;
        }
        SentLink link = sendings.toSend(viewer, id, touch.contact());
        String address = outside.beforePaths() + link.path();
        Matcher place = PLACE.matcher(words);
        return place.find() ? place.replaceAll(Matcher.quoteReplacement(address)) : words + "\n\n" + address;
    }

    void went(Viewer viewer, TouchView touch, @Nullable OutsideLinkId id, LinkSendings.How how) {
        if (id != null && !sendings.with(touch.id()).filter(id::equals).isPresent()) {
            sendings.toSend(viewer, id, touch.contact());
            sendings.went(viewer, touch.id(), id, how);
        }
    }

    @Nullable
    OutsideLinkId with(TouchView touch) {
        return sendings.with(touch.id()).orElse(null);
    }
}
