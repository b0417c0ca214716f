package org.attune.coaching.web;

import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.coaching.StepView;
import org.attune.coaching.Steps;
import org.attune.platform.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Either of the two ticks what they agreed on, or takes that back. */
@Controller
@RequestMapping("/one-to-one/steps/{step}")
@OpenTo(Audience.SELLERS)
class StepController {

    private final Steps steps;

    StepController(Steps steps) {
        this.steps = steps;
    }

    @PostMapping("/completion")
    String done(Viewer viewer, @PathVariable UUID step, RedirectAttributes redirect) {
        StepView settled = steps.settle(viewer, step, true);
        Flash.said(redirect, "coaching.step.done").undo("/one-to-one/steps/" + step + "/reversal");
        return "redirect:" + OneToOneController.address(settled.pair());
    }

    @PostMapping("/reversal")
    String undone(Viewer viewer, @PathVariable UUID step, RedirectAttributes redirect) {
        StepView settled = steps.settle(viewer, step, false);
        Flash.said(redirect, "coaching.step.open-again");
        return "redirect:" + OneToOneController.address(settled.pair());
    }
}
