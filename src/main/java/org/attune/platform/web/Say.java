package org.attune.platform.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.attune.platform.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Says dates, money and numbers the way the person reads them: their zone, or that of the house where nobody is signed in, the digits and currency signs of their region,
 * and all words in their language. In templates it is {@code #say}; whatever is absent is said as nothing.
 */
public final class Say {

    /** A figure that is counted no further. */
    public static final int MANY = 99;

    private final Clock clock;
    private final MessageSource messages;
    private final WhoIsThere whoIsThere;
    private final HouseZone house;
    private final @Nullable Locale written;

    /** @param house where it is, for a reader who is not signed in */
    public Say(Clock clock, MessageSource messages, WhoIsThere whoIsThere, HouseZone house) {
        this(clock, messages, whoIsThere, house, null);
    }

    private Say(Clock clock, MessageSource messages, WhoIsThere whoIsThere, HouseZone house, @Nullable Locale written) {
        this.house = house;
        this.written = written;
        this.clock = clock;
        this.messages = messages;
        this.whoIsThere = whoIsThere;
    }

    /** The same for what is written to somebody who reads another language. */
    public Say in(Locale theirs) {
        return new Say(clock, messages, whoIsThere, house, theirs);
    }

    /** Today, where the person is. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    /** The day on which it happened, where the person is. */
    public LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone());
    }

    /** 19 Nov, 19. Nov.; with the year when it is another one. */
    public String day(@Nullable LocalDate day) {
        if (day == null) {
            return "";
        }
        return day.format(pattern(day.getYear() == today().getYear() ? "d MMM" : "d MMM y"));
    }

    public String day(@Nullable Instant moment) {
        return moment == null ? "" : day(dayOf(moment));
    }

    /** Thursday 19 Nov. */
    public String weekday(@Nullable LocalDate day) {
        return day == null ? "" : word("platform.say.weekday", day.format(pattern("EEEE")), day(day));
    }

    /** Nov 2026. */
    public String month(@Nullable LocalDate day) {
        return day == null ? "" : day.format(pattern("MMM y"));
    }

    /** 10:04. */
    public String time(@Nullable Instant moment) {
        if (moment == null) {
            return "";
        }
        return Formats.time(figures()).format(moment.atZone(zone()));
    }

    /** 19 Nov, 10:04. */
    public String dayAndTime(@Nullable Instant moment) {
        return moment == null ? "" : day(moment) + ", " + time(moment);
    }

    /** Today, yesterday, 3 days ago; from a week on the day itself. */
    public String since(@Nullable LocalDate day) {
        if (day == null) {
            return "";
        }
        long days = ChronoUnit.DAYS.between(day, today());
        return days < 0 || days > 6 ? day(day) : word("platform.say.since", days);
    }

    public String since(@Nullable Instant moment) {
        return moment == null ? "" : since(dayOf(moment));
    }

    /** Today, tomorrow, 3 days late; otherwise the day itself. */
    public String due(@Nullable LocalDate day) {
        if (day == null) {
            return "";
        }
        long late = ChronoUnit.DAYS.between(day, today());
        if (late > 0) {
            return word("platform.say.late", late);
        }
        return late < -1 ? day(day) : word("platform.say.due", -late);
    }

    public boolean isLate(@Nullable LocalDate day) {
        return day != null && day.isBefore(today());
    }

    /** €4,200; with cents only where there are some. */
    public String money(@Nullable BigDecimal amount, String currency) {
        if (amount == null) {
            return "";
        }
        NumberFormat format = Formats.money(figures());
        format.setCurrency(Currency.getInstance(currency));
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        int cents = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        format.setMinimumFractionDigits(whole ? 0 : cents);
        format.setMaximumFractionDigits(whole ? 0 : cents);
        return format.format(amount);
    }

    /**
     * €4,200 a month.
     *
     * @param per {@code month}, {@code year} or {@code once}, in any case
     */
    public String money(@Nullable BigDecimal amount, String currency, String per) {
        return amount == null
                ? ""
                : word("platform.say.money." + per.toLowerCase(Locale.ROOT), money(amount, currency));
    }

    /** €3,000 to €5,000 a month; one amount where both are the same. */
    public String range(BigDecimal low, BigDecimal high, String currency, String per) {
        if (low.compareTo(high) == 0) {
            return money(low, currency, per);
        }
        return word("platform.say.range", money(low, currency), money(high, currency, per));
    }

    /** 4,200. */
    public String number(@Nullable Number number) {
        return number == null ? "" : Formats.number(figures()).format(number);
    }

    /** 60%. */
    public String percent(@Nullable Number hundredths) {
        if (hundredths == null) {
            return "";
        }
        return Formats.percent(figures()).format(hundredths.doubleValue() / 100);
    }

    /** Up to 99 the figure, then 99+. */
    public String count(@Nullable Number count) {
        if (count == null) {
            return "";
        }
        return count.longValue() > MANY ? MANY + "+" : count.toString();
    }

    /** HB for Helen Brandt; first and last word count. */
    public String initials(@Nullable String name) {
        if (name == null || name.isBlank() || name.startsWith("[")) {
            return "";
        }
        String[] words = name.strip().split("\\s+");
        String last = words.length > 1 ? first(words[words.length - 1]) : "";
        return (first(words[0]) + last).toUpperCase(Locale.ROOT);
    }

    /**
     * EUR · Euro, for each that may be chosen.
     *
     * @param standing the one that stands there already, which stays one of them
     */
    public List<Option> currencies(Collection<Currency> offered, @Nullable String standing) {
        Stream<String> codes = offered.stream().map(Currency::getCurrencyCode);
        return Stream.concat(codes, Stream.ofNullable(standing).filter(Say::isCurrency))
                .distinct()
                .map(code -> new Option(
                        code, code + " · " + Currency.getInstance(code).getDisplayName(words())))
                .toList();
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> known.getCurrencyCode().equals(code));
    }

    private static String first(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1));
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    private DateTimeFormatter pattern(String pattern) {
        return Formats.day(pattern.startsWith("d") ? ordered(pattern) : pattern, words());
    }

    private Locale words() {
        return Locale.forLanguageTag(Language.of(locale()).tag());
    }

    /** The day of a month as it is written in the person's language; in American English the month comes first. */
    private String ordered(String pattern) {
        if (Language.of(locale()) == Language.GERMAN) {
            return pattern.replace("d ", "d. ");
        }
        return locale().getCountry().equals("US")
                ? pattern.replace("d MMM", "MMM d").replace("d y", "d, y")
                : pattern;
    }

    private Locale figures() {
        return Figures.of(locale());
    }

    private Locale locale() {
        if (written != null) {
            return written;
        }
        return whoIsThere.person().map(ShellPerson::locale).orElseGet(LocaleContextHolder::getLocale);
    }

    private ZoneId zone() {
        return whoIsThere.person().map(ShellPerson::zone).orElseGet(house::zone);
    }
}
