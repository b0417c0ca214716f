package org.attune.pulse.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.outside.LinkKind;
import org.attune.outside.OutsideDoor;
import org.attune.outside.OutsideLink;
import org.attune.outside.Visit;
import org.attune.platform.web.Option;
import org.attune.platform.web.WrittenTo;
import org.attune.pulse.Felt;
import org.attune.pulse.PulseAnswers;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page of a customer who is asked how it is with us. Opening it answers nothing; sending its form does, once. */
@Controller
@RequestMapping("/pulse/{secret}")
@OpenTo(Audience.ANYONE)
class PulsePageController implements WrittenTo {

    private final PulseAnswers answers;
    private final OutsideDoor door;
    private final MessageSource messages;

    PulsePageController(PulseAnswers answers, OutsideDoor door, MessageSource messages) {
        this.answers = answers;
        this.door = door;
        this.messages = messages;
    }

    @Override
    public Optional<Locale> readerOf(String secret) {
        return door.reader(LinkKind.PULSE, secret);
    }

    @GetMapping
    String show(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute("form", PulseForm.empty());
        return page(door.open(new Visit(LinkKind.PULSE, secret, request, response)), secret, model);
    }

    @PostMapping
    String answer(
            @PathVariable String secret,
            @Valid @ModelAttribute("form") PulseForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return door.answer(
                new Visit(LinkKind.PULSE, secret, request, response),
                form.token(),
                errors,
                link -> answers.answer(secret, form.command()),
                link -> page(link, secret, model));
    }

    private String page(OutsideLink link, String secret, Model model) {
        model.addAttribute("link", link).addAttribute("secret", secret).addAttribute("steps", steps(link.locale()));
        return "pulse/asked";
    }

    private List<Option> steps(Locale locale) {
        return Arrays.stream(Felt.values())
                .map(felt -> new Option(
                        felt.name(),
                        messages.getMessage("pulse.felt." + felt.name().toLowerCase(Locale.ROOT), null, locale)))
                .toList();
    }
}
