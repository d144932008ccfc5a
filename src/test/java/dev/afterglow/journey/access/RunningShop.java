package dev.afterglow.journey.access;

import dev.afterglow.AfterglowTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole application on a port of its own, with a person of each group at work. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AfterglowTest
@ExtendWith(Staff.class)
public @interface RunningShop {}
