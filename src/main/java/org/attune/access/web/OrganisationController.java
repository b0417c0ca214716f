package org.attune.access.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Organisation;
import org.attune.access.OrganisationSettings;
import org.attune.access.OrganisationView;
import org.attune.access.Viewer;
import org.attune.platform.Language;
import org.attune.platform.NotTaken;
import org.attune.platform.RuleRefused;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.attune.platform.web.Say;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What holds for the whole organisation, for the admin. */
@Controller
@RequestMapping("/admin/organisation")
@OpenTo(Audience.ADMINS)
class OrganisationController {

    private final Organisation organisation;
    private final OrganisationSettings settings;
    private final Say say;
    private final Words words;

    OrganisationController(Organisation organisation, OrganisationSettings settings, Say say, Words words) {
        this.organisation = organisation;
        this.settings = settings;
        this.say = say;
        this.words = words;
    }

    @GetMapping
    String show(Viewer admin, Model model) {
        model.addAttribute("form", OrganisationForm.of(organisation.current()));
        return page(admin, List.of(), model);
    }

    @PostMapping
    String settle(
            Viewer admin,
            @Valid @ModelAttribute("form") OrganisationForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                settings.settle(admin, form.command());
                Flash.said(redirect, "access.organisation.kept");
                return "redirect:/admin/organisation";
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(admin, form.getCurrencies(), model);
    }

    /** What it would do, before anybody does it. */
    @GetMapping("/sight")
    String sight(Model model) {
        OrganisationView now = organisation.current();
        model.addAttribute("shown", now.teamSeesContacts())
                .addAttribute("effect", settings.effectOfShowing(!now.teamSeesContacts()));
        return "access/sight";
    }

    /** Whether the people of a team see each other's contacts, from the next click on. */
    @PostMapping("/sight")
    String show(@RequestParam String shown, RedirectAttributes redirect) {
        if (!shown.equals("yes") && !shown.equals("no")) {
            throw new RuleRefused("access.visibility.missing", "shown");
        }
        organisation.showTeamsTheirContacts(shown.equals("yes"));
        Flash.said(redirect, "access.visibility." + shown + ".said");
        return "redirect:/admin/organisation";
    }

    /** @param ticked stay there to be unticked, whatever somebody else did meanwhile */
    private String page(Viewer admin, List<Currency> ticked, Model model) {
        OrganisationView now = organisation.current();
        List<Currency> shown = Stream.concat(now.currencies().stream(), ticked.stream())
                .distinct()
                .toList();
        model.addAttribute("organisation", now)
                .addAttribute("languages", words.of("access.language.", Language.values()))
                .addAttribute("regions", Choices.regions(admin.locale()))
                .addAttribute("zones", Choices.zones(now.zone()))
                .addAttribute("allCurrencies", Choices.currencies(admin.locale()))
                .addAttribute("chosenCurrencies", say.currencies(shown, null))
                .addAttribute("days", Choices.days(now.week(), admin.locale()));
        return "access/organisation";
    }
}
