package dev.afterglow.feedback;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held, as the Exif part of its JPEG says; in the order of Exif's numbers 1 to 8. */
enum Orientation {
    UPRIGHT,
    MIRRORED,
    UPSIDE_DOWN,
    UPSIDE_DOWN_MIRRORED,
    LEFT_MIRRORED,
    LEFT,
    RIGHT_MIRRORED,
    RIGHT;

    private static final int START_OF_SCAN = 0xFFDA;
    private static final int APPLICATION_1 = 0xFFE1;
    private static final long EXIF = 0x457869660000L;
    private static final int EXIF_LENGTH = 6;
    private static final int LITTLE_ENDIAN = 0x4949;
    private static final int FIRST_DIRECTORY = 4;
    private static final int ENTRY_LENGTH = 12;
    private static final int ENTRY_VALUE = 8;
    private static final int ORIENTATION = 0x0112;

    /** Upright when the file does not say. */
    static Orientation of(byte[] file) {
        try {
            return find(ByteBuffer.wrap(file));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return UPRIGHT;
        }
    }

    int width(BufferedImage picture) {
        return lies() ? picture.getHeight() : picture.getWidth();
    }

    int height(BufferedImage picture) {
        return lies() ? picture.getWidth() : picture.getHeight();
    }

    AffineTransform turn(int w, int h) {
        return switch (this) {
            case UPRIGHT -> new AffineTransform();
            case MIRRORED -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case UPSIDE_DOWN -> new AffineTransform(-1, 0, 0, -1, w, h);
            case UPSIDE_DOWN_MIRRORED -> new AffineTransform(1, 0, 0, -1, 0, h);
            case LEFT_MIRRORED -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case LEFT -> new AffineTransform(0, 1, -1, 0, h, 0);
            case RIGHT_MIRRORED -> new AffineTransform(0, -1, -1, 0, h, w);
            case RIGHT -> new AffineTransform(0, -1, 1, 0, 0, w);
        };
    }

    private boolean lies() {
        return ordinal() >= LEFT_MIRRORED.ordinal();
    }

    private static Orientation find(ByteBuffer file) {
        file.position(2);
        while (file.remaining() > 2) {
            var marker = file.getShort() & 0xFFFF;
            if (marker < 0xFF00 || marker == START_OF_SCAN) {
                return UPRIGHT;
            }
            var start = file.position();
            var length = file.getShort() & 0xFFFF;
            if (marker == APPLICATION_1 && file.getLong(file.position()) >>> Short.SIZE == EXIF) {
                var tiff = start + Short.BYTES + EXIF_LENGTH;
                return inTiff(file.slice(tiff, length - Short.BYTES - EXIF_LENGTH));
            }
            file.position(start + length);
        }
        return UPRIGHT;
    }

    private static Orientation inTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(FIRST_DIRECTORY);
        var entries = tiff.getShort(directory) & 0xFFFF;
        for (var i = 0; i < entries; i++) {
            var entry = directory + Short.BYTES + i * ENTRY_LENGTH;
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                var number = tiff.getShort(entry + ENTRY_VALUE);
                return number >= 1 && number <= values().length ? values()[number - 1] : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
