package org.attune.platform.jobs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says why something is not a {@link Job} although it is scheduled: every instance does it, and none waits for another. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface OnEveryInstance {

    /** Why that does no harm. */
    String value();
}
