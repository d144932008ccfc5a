package dev.afterglow.faults;

/**
 * How large a scenario is: a short version in every build, the figures of the promise in the profile {@code faults}. Any
 * of them can be chosen: {@code -Dfaults.orders=1000}.
 */
final class Scale {

    /** Whether this is the profile {@code faults}. */
    static final boolean FULL = "full".equals(System.getProperty("faults.scale"));

    private Scale() {}

    static int of(String name, int inEveryBuild, int promised) {
        return Integer.getInteger("faults." + name, FULL ? promised : inEveryBuild);
    }
}
