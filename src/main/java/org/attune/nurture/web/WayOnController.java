package org.attune.nurture.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.nurture.Referring;
import org.attune.nurture.Stops;
import org.attune.nurture.Way;
import org.attune.nurture.WaysOn;
import org.attune.nurture.Wish;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.attune.platform.web.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How it goes on with somebody: the question after a decision, a change of mind later, and how it was before. */
@Controller
@RequestMapping("/contacts/{contact}/way-on")
@OpenTo(Audience.SELLERS)
class WayOnController {

    private static final int SHOWN = 50;

    private final WaysOn waysOn;
    private final Stops stops;
    private final ContactSight sight;
    private final MessageSource messages;

    WayOnController(WaysOn waysOn, Stops stops, ContactSight sight, MessageSource messages) {
        this.waysOn = waysOn;
        this.stops = stops;
        this.sight = sight;
        this.messages = messages;
    }

    /** @param decision after which it is asked, when one comes from there */
    @GetMapping
    String page(
            Viewer viewer,
            @PathVariable UUID contact,
            @RequestParam(required = false) @Nullable UUID decision,
            Model model) {
        model.addAttribute("form", WayOnForm.fresh(decision));
        return page(viewer, new ContactId(contact), model);
    }

    @PostMapping
    String choose(
            Viewer viewer,
            @PathVariable UUID contact,
            @Valid @ModelAttribute("form") WayOnForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ContactId id = new ContactId(contact);
        if (!errors.hasErrors()) {
            try {
                waysOn.choose(viewer, form.command(id));
                Flash.said(redirect, "nurture.way.chosen");
                return "redirect:/contacts/" + contact;
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(viewer, id, model);
    }

    private String page(Viewer viewer, ContactId id, Model model) {
        model.addAttribute("contact", sight.stillKnown(viewer, id))
                .addAttribute("stop", stops.current(viewer, id).orElse(null))
                .addAttribute("before", waysOn.history(viewer, id, SHOWN))
                .addAttribute("ways", ways(viewer.locale()))
                .addAttribute("wishes", options("nurture.wish.", Wish.values(), viewer.locale()))
                .addAttribute("refers", options("nurture.refers.", Referring.values(), viewer.locale()));
        return "nurture/way-on";
    }

    private List<Option> ways(Locale locale) {
        return Arrays.stream(Way.values())
                .map(way -> new Option(
                        way.name(),
                        word("nurture.way." + way.word(), locale),
                        word("nurture.way." + way.word() + ".says", locale),
                        null))
                .toList();
    }

    private List<Option> options(String prefix, Enum<?>[] values, Locale locale) {
        return Arrays.stream(values)
                .map(value ->
                        new Option(value.name(), word(prefix + value.name().toLowerCase(Locale.ROOT), locale)))
                .toList();
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
