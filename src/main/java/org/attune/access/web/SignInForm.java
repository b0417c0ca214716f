package org.attune.access.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.attune.platform.web.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What one types to sign in.
 *
 * @param stay whether to stay signed in on this device
 * @param to where to go afterwards
 */
record SignInForm(
        @NotNull @Size(max = 254) @Nullable String email,
        @NotNull @Nullable Secret password,
        @Nullable Boolean stay,
        @Nullable String to) {}
