package io.github.blurdetect.stacking.fit;

/**
 * A threshold, how sure it is, and what it does on the photos it was fitted to.
 *
 * @param threshold blurriness above which a photo is called blurred, in [0, 1]
 * @param low lower end of the threshold's interval, at most the threshold
 * @param high upper end of the threshold's interval, at least the threshold
 * @param bounded false where there are too few clear photos to bound the threshold from above at
 *     the wished false-alarm rate; {@code high} is then the bootstrap's and too low
 * @param clear number of clear photos
 * @param falseAlarms clear photos called blurred
 * @param falseAlarmRate exact interval of their share, taking photos as independent
 * @param blurred number of blurred photos
 * @param misses blurred photos called clear
 * @param missRate exact interval of their share, taking photos as independent
 * @param confidence of all intervals
 */
public record FittedThreshold(
    double threshold,
    double low,
    double high,
    boolean bounded,
    int clear,
    int falseAlarms,
    BinomialInterval falseAlarmRate,
    int blurred,
    int misses,
    BinomialInterval missRate,
    double confidence) {}
