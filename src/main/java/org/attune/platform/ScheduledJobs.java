package org.attune.platform;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets modules do things at certain times. Each such job may run on several instances at once and has to bear it. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ScheduledJobs {}
