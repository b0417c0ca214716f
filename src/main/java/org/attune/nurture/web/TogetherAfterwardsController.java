package org.attune.nurture.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.nurture.SameWords;
import org.attune.nurture.TouchView;
import org.attune.nurture.Touches;
import org.attune.people.ContactId;
import org.attune.people.ContactName;
import org.attune.people.ContactSight;
import org.attune.platform.NotSeen;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a few people got in one go, and whose words were much the same. */
@Controller
@OpenTo(Audience.SELLERS)
class TogetherAfterwardsController {

    private final Touches touches;
    private final SameWords same;
    private final ContactSight sight;

    TogetherAfterwardsController(Touches touches, SameWords same, ContactSight sight) {
        this.touches = touches;
        this.same = same;
        this.sight = sight;
    }

    @GetMapping("/touches/together/{together}")
    String page(Viewer viewer, @PathVariable UUID together, Model model) {
        List<TouchView> noted = touches.together(viewer, together);
        if (noted.isEmpty()) {
            throw new NotSeen("touches " + together);
        }
        Map<ContactId, String> words = new LinkedHashMap<>();
        noted.forEach(touch -> words.put(touch.contact(), touch.words() == null ? "" : touch.words()));
        Map<UUID, String> names = new LinkedHashMap<>();
        for (ContactName name : sight.seen(viewer, words.keySet())) {
            names.put(name.id().value(), name.name());
        }
        model.addAttribute("touches", noted);
        model.addAttribute("names", names);
        model.addAttribute(
                "same",
                same.groups(words).stream()
                        .map(group -> String.join(
                                ", ",
                                group.stream()
                                        .map(one -> names.getOrDefault(one.value(), ""))
                                        .toList()))
                        .toList());
        return "nurture/together-noted";
    }
}
