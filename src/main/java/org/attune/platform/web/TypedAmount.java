package org.attune.platform.web;

import java.beans.PropertyEditorSupport;
import java.math.BigDecimal;
import java.text.ParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An amount in a form. An editor and not the format alone: where a format refuses, Spring asks its own editor of numbers
 * once more, which would guess.
 */
class TypedAmount extends PropertyEditorSupport {

    private final AmountFormat amounts = new AmountFormat();
    private final Locale locale;

    TypedAmount(Locale locale) {
        this.locale = locale;
    }

    @Override
    public void setAsText(@Nullable String text) {
        try {
            setValue(text == null || text.isBlank() ? null : amounts.parse(text, locale));
        } catch (ParseException none) {
            throw new IllegalArgumentException(none);
        }
    }

    @Override
    public String getAsText() {
        return getValue() instanceof BigDecimal amount ? amounts.print(amount, locale) : "";
    }
}
