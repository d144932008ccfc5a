package dev.afterglow.loyalty;

/** A voucher cannot be used or taken back; the message says why, in words for people. */
public class VoucherNotUsableException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    VoucherNotUsableException(String message) {
        super(message);
    }
}
