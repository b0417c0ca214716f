package org.attune.desk.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.people.ChosenContacts;
import org.attune.people.ContactId;
import org.attune.platform.RuleRefused;
import org.attune.platform.web.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** Does something to all contacts that were chosen in the list. Whom one does not work with is left alone. */
@Controller
@RequestMapping("/contacts/chosen")
@OpenTo(Audience.SELLERS)
class ChosenController {

    private static final int MOST = 300;

    private final ChosenContacts contacts;

    ChosenController(ChosenContacts contacts) {
        this.contacts = contacts;
    }

    @PostMapping("/tag")
    String tag(
            Viewer viewer,
            @RequestParam(required = false) @Nullable List<@Nullable UUID> id,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String back,
            RedirectAttributes redirect) {
        Set<ContactId> tagged = contacts.tag(viewer, chosen(id), tag);
        Flash flash = Flash.said(redirect, "desk.chosen.tagged", tagged.size(), String.valueOf(tag));
        if (!tagged.isEmpty()) {
            flash.undo("/contacts/chosen/untagging?" + ids(tagged) + "&tag="
                    + UriUtils.encode(String.valueOf(tag), StandardCharsets.UTF_8));
        }
        return "redirect:" + list(back);
    }

    @PostMapping("/untagging")
    String untag(
            Viewer viewer,
            @RequestParam(required = false) @Nullable List<@Nullable UUID> id,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String back,
            RedirectAttributes redirect) {
        int untagged = contacts.untag(viewer, chosen(id), tag).size();
        Flash.said(redirect, "desk.chosen.untagged", untagged, String.valueOf(tag));
        return "redirect:" + list(back);
    }

    @PostMapping("/archive")
    String archive(
            Viewer viewer,
            @RequestParam(required = false) @Nullable List<@Nullable UUID> id,
            @RequestParam(required = false) @Nullable String back,
            RedirectAttributes redirect) {
        Set<ContactId> archived = contacts.archive(viewer, chosen(id));
        Flash flash = Flash.said(redirect, "desk.chosen.archived", archived.size());
        if (!archived.isEmpty()) {
            flash.undo("/contacts/chosen/restoration?" + ids(archived));
        }
        return "redirect:" + list(back);
    }

    @PostMapping("/restoration")
    String restore(
            Viewer viewer,
            @RequestParam(required = false) @Nullable List<@Nullable UUID> id,
            @RequestParam(required = false) @Nullable String back,
            RedirectAttributes redirect) {
        Flash.said(
                redirect,
                "desk.chosen.restored",
                contacts.restore(viewer, chosen(id)).size());
        return "redirect:" + list(back);
    }

    private static String ids(Set<ContactId> ids) {
        return ids.stream().map(one -> "id=" + one.value()).collect(Collectors.joining("&"));
    }

    /** A blank id arrives as an absent one, and chooses nobody. */
    private static List<ContactId> chosen(@Nullable List<@Nullable UUID> ids) {
        List<ContactId> chosen = ids == null
                ? List.of()
                : ids.stream().filter(Objects::nonNull).map(ContactId::new).toList();
        if (chosen.isEmpty()) {
            throw new RuleRefused("desk.chosen.nobody");
        }
        if (chosen.size() > MOST) {
            throw new RuleRefused("desk.chosen.many", null, MOST);
        }
        return chosen;
    }

    /** Back to the list as it was, and nowhere else. */
    private static String list(@Nullable String back) {
        return back != null && back.matches("/contacts(\\?[\\w%&=.~+-]*)?") ? back : "/contacts";
    }
}
