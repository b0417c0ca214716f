package org.attune.library.web;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.library.PitchLint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which sentences of what somebody is writing sell. Nothing is kept. */
@Controller
@OpenTo(Audience.SELLERS)
class RemarksController {

    private static final int LONGEST = 50_000;

    @PostMapping("/library/remarks")
    String remarks(
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(required = false) @Nullable String situation,
            @RequestParam(required = false) @Nullable String found,
            @RequestParam(required = false) @Nullable String result,
            @RequestParam(defaultValue = "en") String language,
            Model model) {
        String text = Stream.of(body, situation, found, result)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n\n"));
        model.addAttribute("writing", true)
                .addAttribute("remarks", PitchLint.of(text.substring(0, Math.min(LONGEST, text.length())), language));
        return "library/fragments-lint :: remarks";
    }
}
