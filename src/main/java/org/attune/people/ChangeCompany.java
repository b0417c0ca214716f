package org.attune.people;

import org.attune.fields.Answers;

/**
 * A company is described anew.
 *
 * @param version the one the form was opened with
 * @param answers to those of the organisation's own fields that were asked; all others stay
 */
public record ChangeCompany(CompanyId id, int version, CompanyDetails details, Answers answers) {

    public ChangeCompany(CompanyId id, int version, CompanyDetails details) {
        this(id, version, details, Answers.none());
    }
}
