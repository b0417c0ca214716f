package org.attune.health.web;

import java.util.List;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.health.Factor;
import org.attune.health.HealthExample;
import org.attune.health.HealthWeights;
import org.attune.health.WeightsSetting;
import org.attune.platform.web.Say;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How health is worked out: the formula, what it counts today, where it comes from, and what it cannot say. */
@Controller
@OpenTo({Audience.SELLERS, Audience.ADMINS})
class FormulaController {

    private final HealthWeights weights;
    private final HealthExample example;
    private final Say say;

    FormulaController(HealthWeights weights, HealthExample example, Say say) {
        this.weights = weights;
        this.example = example;
        this.say = say;
    }

    @GetMapping("/health")
    String show(Viewer viewer, Model model) {
        WeightsSetting today = weights.today();
        model.addAttribute("factors", List.of(Factor.values()))
                .addAttribute("weights", today.weights())
                .addAttribute("later", later(today))
                .addAttribute("example", example.on(viewer, say.today(), today.weights()));
        return "health/formula";
    }

    /** Something else was settled, and holds from tomorrow. */
    private boolean later(WeightsSetting today) {
        return weights.current().number() != today.number();
    }
}
