package org.attune.insight.web;

import java.math.BigDecimal;
import java.util.List;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.insight.Bands;
import org.attune.insight.ChartTable;
import org.attune.insight.HealthBoard;
import org.attune.insight.HealthBoard.Step;
import org.attune.insight.HealthFigures;
import org.attune.insight.PulseSpreads;
import org.attune.insight.Slice;
import org.attune.platform.FromReplica;
import org.attune.platform.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How relationships are, which of them are in trouble or left alone, and how that moved. */
@Controller
@Dashboard("health")
@OpenTo(Audience.SELLERS)
@FromReplica
class HealthDashboard implements Charted {

    private final HealthFigures figures;
    private final PulseSpreads pulses;
    private final MeanHealth mean;
    private final MessageSource messages;
    private final Say say;

    HealthDashboard(HealthFigures figures, PulseSpreads pulses, MeanHealth mean, MessageSource messages, Say say) {
        this.figures = figures;
        this.pulses = pulses;
        this.mean = mean;
        this.messages = messages;
        this.say = say;
    }

    @Override
    public String dashboard() {
        return "health";
    }

    @GetMapping("/dashboards/health")
    String show(Slice slice, Model model) {
        HealthBoard board = figures.of(slice);
        mean.show(model, board.now(), board.before());
        model.addAttribute("board", board)
                .addAttribute("bands", BandShare.of(board.now(), board.before()))
                .addAttribute("course", course(board, slice))
                .addAttribute("pulses", pulses.of(slice));
        return "insight/health";
    }

    @Override
    public List<ChartTable> charts(Slice slice) {
        return List.of(course(figures.of(slice), slice));
    }

    private ChartTable course(HealthBoard board, Slice slice) {
        boolean anybody = board.steps().stream().anyMatch(step -> step.bands().inAll() > 0);
        return new ChartTable(
                "course",
                "bands",
                word("insight.health.evening"),
                Bands.ALL.stream()
                        .map(band -> new ChartTable.Column(word("health.band." + band), band))
                        .toList(),
                anybody ? board.steps().stream().map(step -> line(step, slice)).toList() : List.of());
    }

    /** Where nobody was known yet there is nothing, which is no zero. */
    private ChartTable.Line line(Step step, Slice slice) {
        boolean anybody = step.bands().inAll() > 0;
        List<@Nullable BigDecimal> values = Bands.ALL.stream()
                .<@Nullable BigDecimal>map(
                        band -> anybody ? BigDecimal.valueOf(step.bands().of(band)) : null)
                .toList();
        return new ChartTable.Line(
                say.day(step.day()),
                values,
                Bands.ALL.stream()
                        .map(band -> Addresses.rows("health", "at-" + band + ":" + step.day(), slice))
                        .toList());
    }

    private String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
