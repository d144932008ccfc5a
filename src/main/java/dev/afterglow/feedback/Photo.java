package dev.afterglow.feedback;

/** A customer's photo, drawn anew as a JPEG by {@link Photos}; nothing of the original file is left. */
public final class Photo {

    private final byte[] content;
    private final int width;
    private final int height;

    Photo(byte[] content, int width, int height) {
        this.content = content.clone();
        this.width = width;
        this.height = height;
    }

    /** The JPEG. */
    public byte[] content() {
        return content.clone();
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }
}
