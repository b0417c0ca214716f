package org.attune.people;

/**
 * A company is described anew.
 *
 * @param version the one the form was opened with
 */
public record ChangeCompany(CompanyId id, int version, CompanyDetails details) {}
