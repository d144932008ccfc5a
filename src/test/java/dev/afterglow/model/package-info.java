/** Rules for drawings and decisions, on Camunda's model API alone: no engine, no Spring. */
package dev.afterglow.model;
