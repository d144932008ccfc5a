/** The pages themselves: who opens them, what they show, and what their forms ask for. */
@NullMarked
package dev.afterglow.portal.web;

import org.jspecify.annotations.NullMarked;
