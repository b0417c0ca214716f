package org.attune.access.web;

import java.util.Locale;
import org.attune.access.Audience;
import org.attune.access.Hat;
import org.attune.access.OpenTo;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changing the hat, from any page, and back to it. */
@Controller
class HatController {

    private final Users users;

    HatController(Users users) {
        this.users = users;
    }

    @OpenTo(Audience.SELLERS)
    @PostMapping("/hat")
    String wear(Viewer viewer, @RequestParam String hat, @RequestParam(required = false) @Nullable String back) {
        users.wear(viewer, hat(hat));
        return "redirect:" + LocalPath.of(back);
    }

    private static Hat hat(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "sales" -> Hat.SALES;
            case "marketing" -> Hat.MARKETING;
            default -> throw new NotSeen("hat");
        };
    }
}
