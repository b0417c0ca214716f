package org.attune.access.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.attune.access.OrganisationView;
import org.attune.access.SettleOrganisation;
import org.attune.access.WorkingWeek;
import org.attune.platform.Language;
import org.jspecify.annotations.Nullable;

/** What holds for everybody. A class with setters, so that the boxes stay ticked beside a wrong answer. */
public class OrganisationForm {

    @NotNull
    @Size(max = 200)
    private @Nullable String name;

    @NotNull
    private @Nullable String region;

    @NotNull
    private @Nullable Language language;

    @NotNull
    private @Nullable Currency currency;

    private List<Currency> currencies = List.of();

    @Size(max = 300)
    private @Nullable String more;

    @NotNull
    private @Nullable ZoneId zone;

    @NotNull
    private @Nullable DayOfWeek firstDay;

    private List<DayOfWeek> workingDays = List.of();
    private @Nullable Boolean retiring;

    @NotNull
    private @Nullable Integer version;

    static OrganisationForm of(OrganisationView organisation) {
        OrganisationForm form = new OrganisationForm();
        form.name = organisation.name();
        form.region = organisation.region();
        form.language = organisation.language();
        form.currency = organisation.currency();
        form.currencies = organisation.currencies();
        form.zone = organisation.zone();
        form.firstDay = organisation.week().firstDay();
        form.workingDays = organisation.week().worked();
        form.version = organisation.version();
        return form;
    }

    /** Only after the form was found valid. */
    SettleOrganisation command() {
        return new SettleOrganisation(
                Objects.requireNonNull(name),
                Choices.region(region),
                Objects.requireNonNull(language),
                Objects.requireNonNull(currency),
                Stream.concat(currencies.stream(), Choices.typedCurrencies(more).stream())
                        .toList(),
                Objects.requireNonNull(zone),
                WorkingWeek.of(Objects.requireNonNull(firstDay), workingDays),
                Boolean.TRUE.equals(retiring),
                Objects.requireNonNull(version));
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getRegion() {
        return region;
    }

    public void setRegion(@Nullable String region) {
        this.region = region;
    }

    public @Nullable Language getLanguage() {
        return language;
    }

    public void setLanguage(@Nullable Language language) {
        this.language = language;
    }

    public @Nullable Currency getCurrency() {
        return currency;
    }

    public void setCurrency(@Nullable Currency currency) {
        this.currency = currency;
    }

    public List<Currency> getCurrencies() {
        return currencies;
    }

    public void setCurrencies(@Nullable List<Currency> currencies) {
        this.currencies = currencies == null ? List.of() : currencies;
    }

    public @Nullable String getMore() {
        return more;
    }

    public void setMore(@Nullable String more) {
        this.more = more;
    }

    public @Nullable ZoneId getZone() {
        return zone;
    }

    public void setZone(@Nullable ZoneId zone) {
        this.zone = zone;
    }

    public @Nullable DayOfWeek getFirstDay() {
        return firstDay;
    }

    public void setFirstDay(@Nullable DayOfWeek firstDay) {
        this.firstDay = firstDay;
    }

    public List<DayOfWeek> getWorkingDays() {
        return workingDays;
    }

    public void setWorkingDays(@Nullable List<DayOfWeek> workingDays) {
        this.workingDays = workingDays == null ? List.of() : workingDays;
    }

    public @Nullable Boolean getRetiring() {
        return retiring;
    }

    public void setRetiring(@Nullable Boolean retiring) {
        this.retiring = retiring;
    }

    public @Nullable Integer getVersion() {
        return version;
    }

    public void setVersion(@Nullable Integer version) {
        this.version = version;
    }
}
