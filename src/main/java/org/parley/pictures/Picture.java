package org.parley.pictures;

/**
 * A picture that was made of an upload.
 *
 * @param type its own, which may differ from that of the upload
 * @param width in pixels, upright
 * @param thumbnailType the type of the smaller picture
 */
public record Picture(String type, int width, int height, String thumbnailType) {}
