package org.attune.desk.web;

import java.util.List;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.desk.BriefedContact;
import org.attune.desk.Briefs;
import org.attune.people.ContactId;
import org.attune.people.HandOverView;
import org.attune.people.HandOvers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What was handed over: the brief of those one sees, and the numbers for everybody who may know of it. */
@Controller
@RequestMapping("/hand-overs/{id}")
class HandOverController {

    private final HandOvers handOvers;
    private final Briefs briefs;
    private final TodayWords words;

    HandOverController(HandOvers handOvers, Briefs briefs, TodayWords words) {
        this.handOvers = handOvers;
        this.briefs = briefs;
        this.words = words;
    }

    @GetMapping
    @OpenTo(Audience.SIGNED_IN)
    String show(Viewer viewer, @PathVariable("id") UUID handOver, Model model) {
        HandOverView view = handOvers.find(viewer, handOver);
        List<BriefedContact> brief = briefs.of(viewer, handOver);
        model.addAttribute("done", view)
                .addAttribute("brief", brief)
                .addAttribute("mine", viewer.id().equals(view.toId()))
                .addAttribute("tell", words);
        return "desk/hand-over";
    }

    @PostMapping("/told/{contact}")
    @OpenTo(Audience.SELLERS)
    String told(Viewer viewer, @PathVariable("id") UUID handOver, @PathVariable UUID contact) {
        handOvers.told(viewer, handOver, new ContactId(contact));
        return "redirect:/hand-overs/" + handOver;
    }
}
