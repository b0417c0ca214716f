package org.attune.fields;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.attune.platform.PlainText;
import org.attune.platform.RuleRefused;
import org.attune.platform.web.Figures;
import org.jspecify.annotations.Nullable;

/**
 * Turns what somebody typed into one field into what is kept.
 *
 * @param locale how they write numbers
 */
record FieldReading(Locale locale) {

    static final int LONGEST = 500;

    private static final BigDecimal BEYOND = new BigDecimal("1e12");
    private static final int DECIMALS = 6;
    private static final Pattern SCHEME = Pattern.compile("(?i)([a-z][a-z0-9+-]*):.*");

    /** @throws RuleRefused at the field, where it cannot be one */
    List<String> read(Field field, @Nullable String typed, Answers held) {
        String line = PlainText.line(typed);
        if (line.isEmpty()) {
            return List.of();
        }
        return switch (field.kind()) {
            case TEXT -> List.of(shortEnough(field, line));
            case LINK -> List.of(shortEnough(field, link(field, line)));
            case NUMBER -> List.of(number(field, line));
            case DAY -> List.of(day(field, line));
            case YES_NO -> List.of(yesNo(field, line));
            case CHOICE -> List.of(choice(field, line, held));
            case CHOICES ->
                Arrays.stream(line.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .map(part -> choice(field, part, held))
                        .distinct()
                        .toList();
        };
    }

    private static String shortEnough(Field field, String words) {
        if (PlainText.length(words) > LONGEST) {
            throw new RuleRefused("fields.value.long", field.path(), LONGEST);
        }
        return words;
    }

    private String number(Field field, String line) {
        DecimalFormatSymbols signs = DecimalFormatSymbols.getInstance(Figures.of(locale));
        String grouping = Pattern.quote(String.valueOf(signs.getGroupingSeparator()));
        String point = Pattern.quote(String.valueOf(signs.getDecimalSeparator()));
        String bare = line.replaceAll("[\\s\\p{Z}]", "").replace('\u2212', '-');
        String plain = "-?(\\d+|\\d{1,3}(" + grouping + "\\d{3})+)(" + point + "\\d+)?";
        if (!bare.matches(plain)) {
            throw new RuleRefused("fields.value.number", field.path());
        }
        BigDecimal number = new BigDecimal(bare.replaceAll(grouping, "").replaceAll(point, "."));
        if (number.abs().compareTo(BEYOND) >= 0) {
            throw new RuleRefused("fields.value.number.large", field.path());
        }
        if (number.stripTrailingZeros().scale() > DECIMALS) {
            throw new RuleRefused("fields.value.number.fine", field.path(), DECIMALS);
        }
        return plain(number);
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String day(Field field, String line) {
        try {
            LocalDate day = LocalDate.parse(line);
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return day.toString();
            }
        } catch (DateTimeException notOne) {
            // said below
        }
        throw new RuleRefused("fields.value.day", field.path());
    }

    private static String yesNo(Field field, String line) {
        if (!line.equals("true") && !line.equals("false")) {
            throw new RuleRefused("fields.value.yes-no", field.path());
        }
        return line;
    }

    /** One that is offered, or that they have already. */
    private static String choice(Field field, String line, Answers held) {
        boolean known = field.offered().stream()
                        .anyMatch(choice -> choice.id().toString().equals(line))
                || held.of(field.id()).contains(line)
                        && field.choices().stream()
                                .anyMatch(choice -> choice.id().toString().equals(line));
        if (!known) {
            throw new RuleRefused("fields.value.choice", field.path());
        }
        return line;
    }

    private static String link(Field field, String line) {
        String address = SCHEME.matcher(line).matches() || line.contains("://") ? line : "https://" + line;
        return Optional.of(address)
                .filter(FieldReading::isSafe)
                .orElseThrow(() -> new RuleRefused("fields.value.link", field.path()));
    }

    /** Leads to the web or to an e-mail, and to nothing that would do something here. */
    private static boolean isSafe(String address) {
        try {
            URI uri = new URI(address);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (scheme.equals("mailto")) {
                return uri.getSchemeSpecificPart().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
            }
            String host = uri.getHost();
            boolean web = scheme.equals("https") || scheme.equals("http");
            return web && host != null && host.contains(".") && uri.getUserInfo() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
