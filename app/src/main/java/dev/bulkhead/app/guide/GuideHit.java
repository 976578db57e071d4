package dev.bulkhead.app.guide;

/**
 * A page that was looked for.
 *
 * @param line of its text where the words stand, or its summary
 */
public record GuideHit(GuidePage page, String line) {}
