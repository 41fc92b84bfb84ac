package dev.drover.schema.codec;

/** Foreign text, fit to be repeated to a person: one line, bounded, without control characters or broken ones. */
final class Excerpt {
    private Excerpt() {}

    /** At most {@code max} characters of {@code text}, and an ellipsis where there were more. */
    static String of(String text, int max) {
        String cut = text.length() <= max ? text : text.substring(0, max) + "…";
        return cut.replaceAll("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]", "?");
    }
}
