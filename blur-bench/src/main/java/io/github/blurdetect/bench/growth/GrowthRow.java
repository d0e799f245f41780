package io.github.blurdetect.bench.growth;

import org.jspecify.annotations.Nullable;

/**
 * One measurement; null is what was not measured.
 *
 * @param kind which of the next three grows: {@code size}, {@code threads} or {@code files}
 * @param megapixels of each photo
 * @param threads photos worked on at once
 * @param files photos in the run
 * @param millis a photo: of a warm program on one thread for {@code size}; else of the whole
 *     command, its start included
 * @param allocatedMiB Java heap that a photo's decoding and verdict allocate
 * @param peakRssMiB the most memory that the command held
 */
public record GrowthRow(
    String kind,
    double megapixels,
    int threads,
    int files,
    double millis,
    @Nullable Double allocatedMiB,
    @Nullable Double peakRssMiB) {}
