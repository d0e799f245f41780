package io.github.blurdetect.training.cnn;

/**
 * What one round of training came to.
 *
 * @param epoch from 1
 * @param learningRate at its end
 * @param trainLoss mean over the round's batches
 * @param validationLoss mean over the held-out crops
 * @param precision of "blurred" on the held-out crops at a score of 0.5
 * @param recall likewise
 * @param f1 likewise
 * @param seconds since the start of training, interruptions left out
 */
public record EpochRecord(
    int epoch,
    double learningRate,
    double trainLoss,
    double validationLoss,
    double precision,
    double recall,
    double f1,
    double seconds) {}
