/** Where shops and browsers read published reviews. */
@NullMarked
package dev.afterglow.feedback.web;

import org.jspecify.annotations.NullMarked;
