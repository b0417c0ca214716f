package org.attune.stages;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.attune.access.Hat;
import org.attune.stages.PathView.Next;
import org.attune.stages.PathView.Step;
import org.attune.stages.PathView.Where;
import org.jspecify.annotations.Nullable;

/** Draws the path as somebody's page shows it. */
final class PathDrawing {

    private final Definition definition;
    private final Standing standing;
    private final Criteria criteria;

    PathDrawing(Definition definition, Standing standing, Criteria criteria) {
        this.definition = definition;
        this.standing = standing;
        this.criteria = criteria;
    }

    @Nullable
    Stage now() {
        return standing.stage() == null
                ? null
                : definition.stage(standing.stage()).orElse(null);
    }

    /** Longer in their stage than it has patience for. A silence that was agreed is no lingering. */
    boolean lingers(LocalDate today, ZoneId zone) {
        Stage now = now();
        return now != null
                && now.patienceDays() != null
                && standing.until() == null
                && standing.since() != null
                && today.isAfter(LocalDate.ofInstant(standing.since(), zone).plusDays(now.patienceDays()));
    }

    List<Step> steps(@Nullable Next next) {
        List<Step> steps = new ArrayList<>();
        Hat before = null;
        for (Stage stage : definition.path()) {
            Hat band = stage.hat() == before ? null : stage.hat();
            steps.add(new Step(stage.key(), stage.name(), stage.colour().word(), where(stage, next), band));
            before = stage.hat();
        }
        return steps;
    }

    private Where where(Stage stage, @Nullable Next next) {
        if (stage.key().equals(standing.stage())) {
            return Where.NOW;
        }
        if (stage.position() <= standing.place()) {
            return Where.DONE;
        }
        return next != null && next.stage().equals(stage) ? Where.NEXT : Where.AHEAD;
    }

    /** A suggestion further ahead goes before the stage that merely comes next. */
    @Nullable
    Next next(@Nullable Stage suggested) {
        Stage stage = suggested != null && suggested.position() > standing.place()
                ? suggested
                : definition.after(standing.place()).orElse(null);
        return stage == null ? null : new Next(stage, stage.isMetBy(criteria), criteria.of(stage.key()));
    }

    /** Behind where they are; from beside the path also the place they left. */
    List<Stage> back() {
        return definition.path().stream()
                .filter(stage ->
                        stage.position() <= standing.place() && !stage.key().equals(standing.stage()))
                .toList();
    }

    List<Stage> beside() {
        return definition.beside().stream()
                .filter(stage ->
                        !stage.key().equals(standing.stage()) || stage.key().equals(Stage.NOT_NOW))
                .toList();
    }
}
