package org.attune.correspondence.web;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What stands below letters, in each language, and the version the form was opened on. */
record SignatureForm(
        @Size(max = 1000) @Nullable String en,
        @Size(max = 1000) @Nullable String de,
        int version) {}
