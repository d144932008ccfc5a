package dev.afterglow.feedback;

/** The JPEG of a review's photo, and whether its review is published. */
public final class ReviewPhoto {

    private final byte[] content;
    private final boolean published;

    ReviewPhoto(byte[] content, boolean published) {
        this.content = content;
        this.published = published;
    }

    /** The JPEG. */
    public byte[] content() {
        return content.clone();
    }

    /** Whether everybody may see and keep it. */
    public boolean isPublished() {
        return published;
    }
}
