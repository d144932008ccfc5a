/** Whether and when we may write to a customer: the contact policy, its facts and the hours of her day. */
@NullMarked
package dev.afterglow.journey.contact;

import org.jspecify.annotations.NullMarked;
