package io.github.blurdetect.dataset.evaluation;

import io.github.blurdetect.dataset.folder.LabelledPhoto;

/**
 * A photo that could not be scored.
 *
 * @param photo the photo
 * @param error why
 */
public record FailedPhoto(LabelledPhoto photo, String error) {}
