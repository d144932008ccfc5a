package dev.afterglow.lives;

import java.time.ZoneId;

/** Where a parcel goes: far from each other, with half hours, summer times of both halves of the year, and none. */
enum Place {
    PARIS("Europe/Paris", "FR"),
    BERLIN("Europe/Berlin", "DE"),
    LOS_ANGELES("America/Los_Angeles", "US"),
    KOLKATA("Asia/Kolkata", "IN"),
    AUCKLAND("Pacific/Auckland", "NZ"),
    SAO_PAULO("America/Sao_Paulo", "BR"),
    LORD_HOWE("Australia/Lord_Howe", "AU"),
    REYKJAVIK("Atlantic/Reykjavik", null);

    private final ZoneId zone;
    private final String country;

    Place(String zone, String country) {
        this.zone = ZoneId.of(zone);
        this.country = country;
    }

    ZoneId zone() {
        return zone;
    }

    /** ISO code, or nothing where the shop did not say. */
    String country() {
        return country;
    }
}
