package dev.drover.schema.inventory;

import dev.drover.schema.id.FilePath;

/** An image that others build on, and that nobody changes any more. */
public record BaseImage(FilePath path, ImageFormat format) {}
