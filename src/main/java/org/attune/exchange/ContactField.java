package org.attune.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What a column of a table of contacts can hold, with the headings that say so. */
public enum ContactField {
    GIVEN_NAME("firstname", "givenname", "forename", "first", "vorname"),
    FAMILY_NAME("lastname", "familyname", "surname", "last", "nachname"),
    NAME("name", "fullname", "contact", "contactname", "displayname"),
    PRONOUN("gender", "pronoun", "pronouns", "sex"),
    JOB_TITLE("title", "jobtitle", "position", "role", "funktion"),
    COMPANY("company", "companyname", "organisation", "organization", "account", "employer", "firma"),
    EMAIL_WORK("email", "emailwork", "workemail", "emailaddress", "mail", "email1"),
    EMAIL_PRIVATE("emailhome", "homeemail", "emailprivate", "privateemail", "personalemail"),
    EMAIL_OTHER("emailother", "otheremail", "email2"),
    PHONE_WORK("phone", "phonework", "workphone", "businessphone", "telephone", "telefon", "phonenumber"),
    PHONE_MOBILE("mobile", "mobilephone", "phonemobile", "cell", "cellphone", "handy", "mobil"),
    PHONE_HOME("phonehome", "homephone"),
    PHONE_OTHER("phoneother", "otherphone"),
    LANGUAGE("language", "lang", "sprache"),
    SOURCE("source", "leadsource"),
    FOUND_US("foundus", "howtheyfoundus"),
    BACKGROUND("background", "notes", "note", "description", "notizen"),
    LINK("linkedinurl", "linkedin", "website", "url"),
    TAGS("tags", "tag", "labels", "categories"),
    STAGE("stage", "status", "lifecyclestage"),
    OWNER("owner", "owneremail", "accountowner", "contactowner", "salesperson", "besitzer"),
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

    /** Whether somebody's file may say so: only who imports for others names an owner. */
    public boolean isFor(boolean others) {
        return others || this != OWNER;
    }

    boolean isName() {
        return this == NAME || this == GIVEN_NAME || this == FAMILY_NAME;
    }
}
