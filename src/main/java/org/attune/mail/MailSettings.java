package org.attune.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What Attune has to know about mail beside the server, which is Spring Boot's.
 *
 * @param from who the letters are from: an address, or a name and an address in angle brackets
 */
@ConfigurationProperties("attune.mail")
record MailSettings(@Nullable String from) {}
