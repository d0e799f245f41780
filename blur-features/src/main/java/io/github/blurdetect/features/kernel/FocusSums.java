package io.github.blurdetect.features.kernel;

/**
 * Exact sums over all pixels of a plane, of 3x3 responses to brightness 0 to 255.
 *
 * <p>A response is at most 1020 in size, its square under 2^20: {@code long} sums hold any plane a
 * Java array can.
 *
 * @param pixels how many were summed
 * @param laplacian sum of the 4-neighbour Laplacian {@code N + S + W + E - 4 C}
 * @param laplacianSquared sum of its squares
 * @param tenengrad sum of {@code Gx^2 + Gy^2} with the 3x3 Sobel kernels (weights 1, 2, 1; not
 *     divided)
 */
public record FocusSums(long pixels, long laplacian, long laplacianSquared, long tenengrad) {}
