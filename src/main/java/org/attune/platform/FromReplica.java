package org.attune.platform;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that the pages of a controller, or one of them, may be read from a replica where there is one: lists, dashboards, what is
 * looked for. What it shows is as new as on the primary; a page that prepares a change has no use for it. On a class it counts
 * for what is fetched, not for what is sent.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface FromReplica {}
