package org.attune.nurture.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.Colleague;
import org.attune.access.Hat;
import org.attune.access.OpenTo;
import org.attune.access.Role;
import org.attune.access.TeamView;
import org.attune.access.Teams;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.nurture.NurtureQueue;
import org.attune.nurture.PutOffs;
import org.attune.nurture.QueueLine;
import org.attune.nurture.QueueOf;
import org.attune.nurture.QueueWords;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.platform.FromReplica;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.attune.platform.web.Say;
import org.jspecify.annotations.Nullable;
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

/** Who should hear from us without being sold to, one after the other. It is the marketing hat's list. */
@Controller
@RequestMapping("/nurture")
@OpenTo(Audience.SELLERS)
class QueueController {

    private static final int SHOWN = 20;
    private static final int WEEK = 7;

    private final NurtureQueue queue;
    private final PutOffs putOffs;
    private final ContactSight sight;
    private final Users users;
    private final Teams teams;
    private final QueueWords words;
    private final Say say;

    QueueController(
            NurtureQueue queue,
            PutOffs putOffs,
            ContactSight sight,
            Users users,
            Teams teams,
            QueueWords words,
            Say say) {
        this.queue = queue;
        this.putOffs = putOffs;
        this.sight = sight;
        this.users = users;
        this.teams = teams;
        this.words = words;
        this.say = say;
    }

    /** @param of a person or a team the viewer leads; none: their own people */
    @GetMapping
    @FromReplica
    String page(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID of,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        boolean leads = viewer.role() == Role.MANAGER;
        List<Colleague> people = leads ? users.ledBy(viewer) : List.of();
        List<TeamView> led = leads ? teams.ledBy(viewer.id()) : List.of();
        QueueOf whose = whose(of, people, led);
        model.addAttribute("people", people)
                .addAttribute("teams", led)
                .addAttribute("of", whose.isMine() ? null : of)
                .addAttribute("tell", words);
        if (viewer.hat() != Hat.MARKETING) {
            return "nurture/queue";
        }
        KeysetPage<QueueLine> page = queue.page(viewer, whose, after, SHOWN);
        model.addAttribute("lines", page.items())
                .addAttribute("first", after == null)
                .addAttribute("nextWeek", say.today().plusDays(WEEK))
                .addAttribute("next", next(page.next(), whose.isMine() ? null : of));
        return "nurture/queue";
    }

    /** Another day than the one that is offered. */
    @GetMapping("/{contact}/later")
    String later(Viewer viewer, @PathVariable UUID contact, Model model) {
        model.addAttribute("form", LaterForm.on(say.today().plusDays(WEEK)));
        return later(viewer, new ContactId(contact), model);
    }

    @PostMapping("/{contact}/later")
    String putOff(
            Viewer viewer,
            @PathVariable UUID contact,
            @Valid @ModelAttribute("form") LaterForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ContactId id = new ContactId(contact);
        if (!errors.hasErrors()) {
            try {
                UUID made = Objects.requireNonNull(form.id());
                putOffs.put(viewer, made, id, Objects.requireNonNull(form.until()));
                Flash.said(redirect, "nurture.queue.later.done", say.day(form.until()))
                        .undo("/nurture/put-off/" + made + "/reversal");
                return "redirect:/nurture";
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return later(viewer, id, model);
    }

    /** Not them: until they are heard again. */
    @PostMapping("/{contact}/not-them")
    String notThem(
            Viewer viewer, @PathVariable UUID contact, @RequestParam("id") UUID made, RedirectAttributes redirect) {
        putOffs.put(viewer, made, new ContactId(contact), null);
        Flash.said(redirect, "nurture.queue.not-them.done").undo("/nurture/put-off/" + made + "/reversal");
        return "redirect:/nurture";
    }

    /** Undo. */
    @PostMapping("/put-off/{off}/reversal")
    String takeBack(Viewer viewer, @PathVariable UUID off, RedirectAttributes redirect) {
        putOffs.takeBack(viewer, off);
        Flash.said(redirect, "nurture.queue.back");
        return "redirect:/nurture";
    }

    private String later(Viewer viewer, ContactId contact, Model model) {
        model.addAttribute("contact", sight.stillKnown(viewer, contact));
        return "nurture/later";
    }

    private static QueueOf whose(@Nullable UUID of, List<Colleague> people, List<TeamView> led) {
        if (of != null && people.stream().anyMatch(one -> one.id().value().equals(of))) {
            return new QueueOf(of, null);
        }
        return of != null && led.stream().anyMatch(one -> one.id().value().equals(of))
                ? new QueueOf(null, of)
                : QueueOf.MINE;
    }

    private static @Nullable String next(@Nullable String key, @Nullable UUID of) {
        return key == null ? null : "/nurture?after=" + key + (of == null ? "" : "&of=" + of);
    }
}
