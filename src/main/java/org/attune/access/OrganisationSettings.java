package org.attune.access;

import java.time.DayOfWeek;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.RuleRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** What an admin settles for the whole organisation, with what it would do said before. */
@Component
@Transactional
public class OrganisationSettings {

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final List<CurrencyUse> uses;
    private final List<SightOfContacts> sights;

    OrganisationSettings(
            JdbcClient jdbc, Organisation organisation, List<CurrencyUse> uses, List<SightOfContacts> sights) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.uses = List.copyOf(uses);
        this.sights = List.copyOf(sights);
    }

    /**
     * Settles all of it at once; the same twice is once.
     *
     * @throws RuleRefused where a currency that stands somewhere would no longer be offered, and that was not said
     * @throws ChangedMeanwhile where another admin was quicker
     */
    public void settle(Viewer admin, SettleOrganisation settled) {
        OrganisationView now = organisation.current();
        if (settled.says(now)) {
            return;
        }
        if (!settled.retiring()) {
            nothingLostUnsaid(now, settled);
        }
        if (update(settled) == 0) {
            throw new ChangedMeanwhile(
                    SettleOrganisation.of(now).inWords(admin.locale()), settled.inWords(admin.locale()), now.version());
        }
    }

    private void nothingLostUnsaid(OrganisationView now, SettleOrganisation settled) {
        Map<String, Integer> standing = new TreeMap<>();
        now.currencies().stream()
                .filter(one -> !settled.currencies().contains(one))
                .map(Currency::getCurrencyCode)
                .forEach(code -> standing.put(code, placesWith(code)));
        standing.values().removeIf(places -> places == 0);
        if (!standing.isEmpty()) {
            throw new RuleRefused(
                    "access.currency.stands",
                    "retiring",
                    String.join(", ", standing.keySet()),
                    standing.values().stream().mapToInt(places -> places).sum());
        }
    }

    private int placesWith(String currency) {
        return uses.stream().mapToInt(use -> use.placesWith(currency)).sum();
    }

    private int update(SettleOrganisation settled) {
        return jdbc.sql("""
                        update organisation
                           set name = :name, region = :region, language = :language, currency = :currency, zone = :zone, first_day = :firstDay,
                               currencies = string_to_array(:currencies, ','),
                               working_days = string_to_array(:days, ',')::int[], version = version + 1
                         where version = :version""")
                .param("name", settled.name())
                .param("region", settled.region())
                .param("language", settled.language().code())
                .param("currency", settled.currency().getCurrencyCode())
                .param(
                        "currencies",
                        settled.currencies().stream()
                                .map(Currency::getCurrencyCode)
                                .collect(Collectors.joining(",")))
                .param("zone", settled.zone().getId())
                .param("firstDay", settled.week().firstDay().getValue())
                .param(
                        "days",
                        settled.week().days().stream()
                                .sorted()
                                .map(DayOfWeek::getValue)
                                .map(String::valueOf)
                                .collect(Collectors.joining(",")))
                .param("version", settled.version())
                .update();
    }

    /**
     * What would change for whom if teams saw each other's contacts, or no longer: found by doing it and taking it back, so
     * that it is what will be.
     */
    public List<SightChange> effectOfShowing(boolean shown) {
        Map<UserId, SightOfContacts.Seen> before = seen();
        organisation.showTeamsTheirContacts(shown);
        Map<UserId, SightOfContacts.Seen> after = seen();
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return SightChange.between(before, after);
    }

    private Map<UserId, SightOfContacts.Seen> seen() {
        return sights.stream()
                .flatMap(sight -> sight.byPerson().stream())
                .collect(Collectors.toMap(SightOfContacts.Seen::person, one -> one));
    }
}
