package org.attune.insight.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.insight.Choice;
import org.attune.insight.Period;
import org.attune.insight.Slice;
import org.attune.people.CompanyId;
import org.attune.stages.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What the frame around a dashboard shows: its tabs, what it is narrowed to and could be, its days, and where its figures lead.
 *
 * @param name as in its address; empty for the overview
 * @param tabs the names of the dashboards there are
 */
record Dash(String name, List<String> tabs, Sliced sliced) {

    public Slice slice() {
        return sliced.slice();
    }

    public Period period() {
        return slice().period();
    }

    /** The days it is compared with. */
    public Period before() {
        return period().before();
    }

    /** Whether there is more than one person to choose from, so that a salesperson is not asked who they are. */
    public boolean asksWho() {
        return sliced.choices().people().size() > 1;
    }

    public boolean asksTeam() {
        return sliced.choices().teams().size() > 1;
    }

    public List<Choice> teams() {
        return sliced.choices().teams();
    }

    public List<Choice> people() {
        return sliced.choices().people();
    }

    /** As it stands in the field: the company's name, or what was typed. */
    public @Nullable String companyName() {
        Choice chosen = sliced.company().chosen();
        return chosen == null ? sliced.company().typed() : chosen.name();
    }

    public boolean companyUnclear() {
        return sliced.company().isUnclear();
    }

    /** Which it could be. */
    public List<Choice> companiesLike() {
        return sliced.company().among();
    }

    /** Where this one shows one of them. */
    public String at(Choice company) {
        Slice is = slice();
        return Addresses.dashboard(
                name,
                new Slice(is.viewer(), is.team(), is.person(), is.stage(), new CompanyId(company.id()), is.period()));
    }

    public List<Stage> stages() {
        return sliced.stages();
    }

    public @Nullable UUID team() {
        return slice().team() == null
                ? null
                : Objects.requireNonNull(slice().team()).value();
    }

    public @Nullable UUID person() {
        return slice().person() == null
                ? null
                : Objects.requireNonNull(slice().person()).value();
    }

    public @Nullable UUID company() {
        return slice().company() == null
                ? null
                : Objects.requireNonNull(slice().company()).value();
    }

    public @Nullable String stage() {
        return slice().stage();
    }

    /** Code of the usual period these days are, or {@code custom}. */
    public String span() {
        Span span = sliced.span();
        return span == null ? SliceReading.CUSTOM : span.code();
    }

    public @Nullable String problem() {
        return sliced.problem();
    }

    /** Where another dashboard shows the same. */
    public String tab(String dashboard) {
        return Addresses.dashboard(dashboard, slice());
    }

    /** Where this one shows another of the usual periods. */
    public String during(String code) {
        Span span = Span.of(code).orElseThrow();
        Period other = span.until(sliced.today(), period().zone());
        return Addresses.dashboard(
                name,
                new Slice(
                        slice().viewer(), slice().team(), slice().person(), slice().stage(), slice().company(), other));
    }

    /** Where a figure's rows are. */
    public String rows(String figure) {
        return Addresses.rows(name, figure, slice());
    }

    /** Where the rows of a figure of the days before are. */
    public String rowsBefore(String figure) {
        return Addresses.rows(name, figure, slice().before());
    }

    /** Where a chart's numbers are. */
    public String csv(String table) {
        return Addresses.csv(name, table, slice());
    }
}
