package org.attune.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.attune.access.Address;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.SetUp;
import org.attune.access.UserId;
import org.attune.platform.Language;
import org.attune.platform.NotTaken;
import org.attune.platform.web.FormErrors;
import org.attune.platform.web.Option;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The first visit; once there is an admin it is as if it had never been. */
@Controller
@RequestMapping("/set-up")
@OpenTo(Audience.SET_UP)
class SetUpController {

    private final SetUp setUp;
    private final Entrance entrance;
    private final Words words;

    SetUpController(SetUp setUp, Entrance entrance, Words words) {
        this.setUp = setUp;
        this.entrance = entrance;
        this.words = words;
    }

    @ModelAttribute("zones")
    List<Option> zones() {
        return Choices.zones(ZoneId.systemDefault());
    }

    @ModelAttribute("regions")
    List<Option> regions(Locale locale) {
        return Choices.regions(locale);
    }

    @ModelAttribute("currencies")
    List<Option> currencies(Locale locale) {
        return Choices.currencies(locale);
    }

    @ModelAttribute("languages")
    List<Option> languages() {
        return words.of("access.language.", Language.values());
    }

    @GetMapping
    String show(Model model, Locale locale) {
        model.addAttribute("form", SetUpForm.empty(locale));
        return "access/set-up";
    }

    @PostMapping
    String complete(
            @Valid @ModelAttribute("form") SetUpForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!errors.hasErrors() && Boolean.TRUE.equals(form.sells()) && form.team() == null) {
            errors.rejectValue("team", "access.set-up.team-missing");
        }
        if (!errors.hasErrors()) {
            try {
                UserId admin = setUp.complete(form.command(), new Address(request.getRemoteAddr()));
                entrance.letIn(Arrival.byPassword(admin, false), request, response);
                return "redirect:/admin/people";
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "access/set-up";
    }
}
