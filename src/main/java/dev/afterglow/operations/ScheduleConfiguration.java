package dev.afterglow.operations;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets what is done every night be done. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ScheduleConfiguration {}
