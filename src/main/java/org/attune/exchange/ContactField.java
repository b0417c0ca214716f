package org.attune.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.attune.fields.Field;
import org.attune.fields.FieldImport;

/** What a column of a table of contacts can hold, with the headings that say so. */
public enum ContactField {
    GIVEN_NAME("firstname", "givenname", "forename", "first", "vorname", "rufname"),
    FAMILY_NAME("lastname", "familyname", "surname", "last", "nachname", "familienname", "zuname"),
    NAME(
            "name",
            "fullname",
            "contact",
            "contactname",
            "displayname",
            "vollername",
            "vollständigername",
            "anzeigename",
            "kontakt",
            "ansprechpartner"),
    PRONOUN("gender", "pronoun", "pronouns", "sex", "geschlecht", "anrede", "pronomen"),
    JOB_TITLE("title", "jobtitle", "position", "role", "funktion", "rolle", "aufgabe", "berufsbezeichnung"),
    COMPANY(
            "company",
            "companyname",
            "organisation",
            "organization",
            "account",
            "employer",
            "firma",
            "firmenname",
            "unternehmen",
            "arbeitgeber"),
    EMAIL_WORK(
            "email",
            "emailwork",
            "workemail",
            "emailaddress",
            "mail",
            "email1",
            "emailadresse",
            "emailgeschäftlich",
            "geschäftlicheemail",
            "mailadresse"),
    EMAIL_PRIVATE("emailhome", "homeemail", "emailprivate", "privateemail", "personalemail", "emailprivat"),
    EMAIL_OTHER("emailother", "otheremail", "email2", "weitereemail"),
    PHONE_WORK(
            "phone",
            "phonework",
            "workphone",
            "businessphone",
            "telephone",
            "telefon",
            "phonenumber",
            "telefonnummer",
            "telefongeschäftlich",
            "rufnummer"),
    PHONE_MOBILE(
            "mobile",
            "mobilephone",
            "phonemobile",
            "cell",
            "cellphone",
            "handy",
            "handynummer",
            "mobil",
            "mobiltelefon",
            "mobilnummer"),
    PHONE_HOME("phonehome", "homephone", "telefonprivat"),
    PHONE_OTHER("phoneother", "otherphone", "weiterestelefon"),
    LANGUAGE("language", "lang", "sprache"),
    SOURCE("source", "leadsource", "quelle", "herkunft"),
    FOUND_US("foundus", "howtheyfoundus", "wiegefunden"),
    BACKGROUND(
            "background",
            "notes",
            "note",
            "description",
            "notizen",
            "notiz",
            "hintergrund",
            "bemerkung",
            "bemerkungen",
            "beschreibung"),
    LINK("linkedinurl", "linkedin", "website", "url", "webseite", "homepage"),
    TAGS("tags", "tag", "labels", "categories", "schlagwörter", "schlagworte", "kategorien"),
    STAGE("stage", "status", "lifecyclestage", "stufe", "phase"),
    OWNER(
            "owner",
            "owneremail",
            "accountowner",
            "contactowner",
            "salesperson",
            "besitzer",
            "betreuer",
            "betreutvon",
            "verantwortlich",
            "zuständig"),
    OWN,
    LEFT_OUT;

    private final Set<String> headings;

    ContactField(String... headings) {
        this.headings = Set.of(headings);
    }

    static ContactField saidBy(String heading) {
        String bare = heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return Arrays.stream(values())
                .filter(field -> field.headings.contains(bare))
                .findFirst()
                .orElse(LEFT_OUT);
    }

    /** One of the organisation's own fields goes before what other programs mean by a word. */
    static ContactField saidBy(String heading, List<Field> own) {
        return FieldImport.named(own, heading).isPresent() ? OWN : saidBy(heading);
    }

    /** Whether somebody's file may say so: only who imports for others names an owner. */
    public boolean isFor(boolean others) {
        return others || this != OWNER;
    }

    boolean isName() {
        return this == NAME || this == GIVEN_NAME || this == FAMILY_NAME;
    }
}
