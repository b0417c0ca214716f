package org.attune.insight.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The controller of a dashboard; its pages get a {@link Dash} as {@code dash}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@interface Dashboard {

    /** As in its address and in the keys of its words; nothing for the overview. */
    String value();
}
