package dev.afterglow.journey.access;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Somebody who follows every link of ours that a page shows her, one page of each kind. */
public class Wanderer {

    private static final Pattern LINK = Pattern.compile("<a\\s[^>]*?href=\"([^\"]+)\"");

    private final Browser browser;

    private Wanderer(Browser browser) {
        this.browser = browser;
    }

    /** Somebody who has not said who she is. */
    public static Wanderer nameless(int port) {
        return new Wanderer(new Browser(port));
    }

    /** Somebody who logged in. */
    public static Wanderer named(int port, String person, String password) {
        var browser = new Browser(port);
        browser.login(person, password);
        return new Wanderer(browser);
    }

    /** The addresses she came to and what they answered, beginning with these; the engine's own pages lead no further. */
    public Map<String, Integer> from(String... starts) {
        var ahead = new ArrayDeque<String>();
        var kinds = new TreeSet<String>();
        var answers = new LinkedHashMap<String, Integer>();
        for (var start : starts) {
            kinds.add(kind(start));
            ahead.add(start);
        }
        while (!ahead.isEmpty()) {
            var here = ahead.remove();
            var page = browser.get(here);
            answers.put(here, page.statusCode());
            if (here.startsWith("/camunda")) {
                continue;
            }
            LINK.matcher(page.body())
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .filter(link -> link.startsWith("/"))
                    .map(link -> URI.create(link).getRawPath()
                            + (link.contains("?") ? "?" + URI.create(link).getRawQuery() : ""))
                    .filter(link -> kinds.add(kind(link)))
                    .forEach(ahead::add);
        }
        return answers;
    }

    /** Pages that differ in what they are about are of one kind. */
    private static String kind(String link) {
        return link.replaceAll("(?<=/(orders|mailbox|messages|products|guides|deliveries)/)[^/?]+", "*")
                .replaceAll("=[^&]*", "=*");
    }
}
