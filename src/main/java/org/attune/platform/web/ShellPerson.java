package org.attune.platform.web;

import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/**
 * What the frame around every page knows about the person who is signed in.
 *
 * @param roleKey message key of the word for their role
 * @param sells whether they work with customers; without it there is neither hat nor contact in sight
 * @param leads whether teams look to them
 * @param administers whether they may change how Attune is set up
 * @param decides whether all they do here is to answer what customers say
 * @param hat {@code sales} or {@code marketing}
 * @param theme {@code light}, {@code dark}, or {@code system} for what the device says
 * @param singleKeys whether single letters act as shortcuts
 * @param demo whether this is the demo
 */
public record ShellPerson(
        UUID id,
        String name,
        String roleKey,
        boolean sells,
        boolean leads,
        boolean administers,
        boolean decides,
        String hat,
        String theme,
        boolean singleKeys,
        boolean demo,
        ZoneId zone,
        Locale locale) {}
