package org.attune.offers.web;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.attune.offers.OfferWords;
import org.attune.offers.Price;
import org.jspecify.annotations.Nullable;

/** What every form of an offer asks for. A class with setters, so that what was typed survives beside a wrong number. */
public class TermsForm {

    @NotNull
    @Size(max = 200)
    private @Nullable String title;

    @NotNull
    @Size(max = 10_000)
    private @Nullable String scope;

    @PositiveOrZero
    @Digits(integer = 12, fraction = 2)
    private @Nullable BigDecimal once;

    @PositiveOrZero
    @Digits(integer = 12, fraction = 2)
    private @Nullable BigDecimal month;

    @PositiveOrZero
    @Digits(integer = 12, fraction = 2)
    private @Nullable BigDecimal year;

    @NotNull
    @Pattern(regexp = "[A-Za-z]{3}")
    private @Nullable String currency;

    @NotNull
    private @Nullable LocalDate validUntil;

    @Size(max = 1000)
    private @Nullable String pushReason;

    @Size(max = 1000)
    private @Nullable String stillSensible;

    @Size(max = 2000)
    private @Nullable String senseForUs;

    void take(OfferWords words) {
        title = words.title();
        scope = words.scope();
        once = typed(words.price().once());
        month = typed(words.price().month());
        year = typed(words.price().year());
        currency = words.price().currency();
        validUntil = words.validUntil();
        pushReason = words.pushReason();
        stillSensible = words.stillSensible();
        senseForUs = words.senseForUs();
    }

    /** Only after the form was found valid. */
    OfferWords words() {
        return new OfferWords(
                Objects.requireNonNull(title),
                Objects.requireNonNull(scope),
                new Price(
                        amount(once),
                        amount(month),
                        amount(year),
                        Objects.requireNonNull(currency).toUpperCase(Locale.ROOT)),
                Objects.requireNonNull(validUntil),
                pushReason,
                stillSensible,
                senseForUs);
    }

    /** As one would type it: nothing for nothing, and cents only where there are some. */
    private static @Nullable BigDecimal typed(BigDecimal amount) {
        if (amount.signum() == 0) {
            return null;
        }
        BigDecimal shortest = amount.stripTrailingZeros();
        return shortest.scale() <= 0 ? shortest.setScale(0) : amount;
    }

    private static BigDecimal amount(@Nullable BigDecimal typed) {
        return typed == null ? BigDecimal.ZERO : typed;
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title;
    }

    public @Nullable String getScope() {
        return scope;
    }

    public void setScope(@Nullable String scope) {
        this.scope = scope;
    }

    public @Nullable BigDecimal getOnce() {
        return once;
    }

    public void setOnce(@Nullable BigDecimal once) {
        this.once = once;
    }

    public @Nullable BigDecimal getMonth() {
        return month;
    }

    public void setMonth(@Nullable BigDecimal month) {
        this.month = month;
    }

    public @Nullable BigDecimal getYear() {
        return year;
    }

    public void setYear(@Nullable BigDecimal year) {
        this.year = year;
    }

    public @Nullable String getCurrency() {
        return currency;
    }

    public void setCurrency(@Nullable String currency) {
        this.currency = currency;
    }

    public @Nullable LocalDate getValidUntil() {
        return validUntil;
    }

    public void setValidUntil(@Nullable LocalDate validUntil) {
        this.validUntil = validUntil;
    }

    public @Nullable String getPushReason() {
        return pushReason;
    }

    public void setPushReason(@Nullable String pushReason) {
        this.pushReason = pushReason;
    }

    public @Nullable String getStillSensible() {
        return stillSensible;
    }

    public void setStillSensible(@Nullable String stillSensible) {
        this.stillSensible = stillSensible;
    }

    public @Nullable String getSenseForUs() {
        return senseForUs;
    }

    public void setSenseForUs(@Nullable String senseForUs) {
        this.senseForUs = senseForUs;
    }
}
