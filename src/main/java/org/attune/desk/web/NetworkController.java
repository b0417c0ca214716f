package org.attune.desk.web;

import java.util.List;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.desk.ChainPicture;
import org.attune.desk.WhoBroughtWhom;
import org.attune.desk.WhoBroughtWhom.Link;
import org.attune.desk.WhoWouldIntroduce;
import org.attune.nurture.Stops;
import org.attune.people.ContactId;
import org.attune.people.ContactName;
import org.attune.people.ContactSight;
import org.attune.platform.FromReplica;
import org.attune.platform.web.Flash;
import org.attune.platform.web.Say;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.promises.Thanks;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who brought whom, who would, and who was never asked; thanks with one click. */
@Controller
@RequestMapping("/introductions")
@OpenTo(Audience.SELLERS)
class NetworkController {

    private static final int PAGE = 20;
    private static final int CHAINS = 12;
    private static final int PEOPLE = 12;

    private final WhoBroughtWhom brought;
    private final WhoWouldIntroduce would;
    private final ContactSight sight;
    private final Thanks thanks;
    private final Stops stops;
    private final MessageSource messages;
    private final Say say;

    NetworkController(
            WhoBroughtWhom brought,
            WhoWouldIntroduce would,
            ContactSight sight,
            Thanks thanks,
            Stops stops,
            MessageSource messages,
            Say say) {
        this.brought = brought;
        this.would = would;
        this.sight = sight;
        this.thanks = thanks;
        this.stops = stops;
        this.messages = messages;
        this.say = say;
    }

    @GetMapping
    @FromReplica
    String show(Viewer viewer, @RequestParam(required = false) @Nullable String after, Model model) {
        List<Link> chains = brought.chains(viewer, CHAINS);
        model.addAttribute("page", brought.page(viewer, after, PAGE))
                .addAttribute("byOthers", brought.byOthers(viewer))
                .addAttribute("chains", chains)
                .addAttribute("picture", ChainPicture.of(chains))
                .addAttribute("wouldDo", would.saidTheyWould(viewer, PEOPLE))
                .addAttribute("neverAsked", would.neverAsked(viewer, PEOPLE));
        return "desk/introductions";
    }

    /** To be done tomorrow. */
    @PostMapping("/{introduction}/thanks")
    String thank(
            Viewer viewer,
            @PathVariable UUID introduction,
            @RequestParam UUID id,
            @RequestParam UUID introducer,
            @RequestParam UUID introduced,
            RedirectAttributes redirect) {
        ContactName who = sight.stillKnown(viewer, new ContactId(introducer));
        stops.mayHearFromUs(who.id());
        ContactName whom = sight.seen(viewer, new ContactId(introduced));
        String words = messages.getMessage(
                "desk.introductions.thanks.words",
                new Object[] {who.givenName(), whom.name()},
                LocaleContextHolder.getLocale());
        MakePromise promise =
                MakePromise.ours(new PromiseId(id), who.id(), words, say.today().plusDays(1));
        thanks.promise(viewer, introduction, promise);
        Flash.said(redirect, "desk.introductions.thanks.promised", who.name());
        return "redirect:/introductions";
    }
}
