/** Whole random lives of customers, played through the application and held to what may never happen to one of them. */
package dev.afterglow.lives;
