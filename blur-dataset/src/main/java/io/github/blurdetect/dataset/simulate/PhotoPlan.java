package io.github.blurdetect.dataset.simulate;

/**
 * Everything that was drawn for one photo; the photo follows from it and the page.
 *
 * @param seed what noise and textures come from
 * @param scene what the page lies on
 * @param scale photo pixels per page pixel
 * @param rotation radians; 0 for a flat scene
 * @param perspective how far corners stray, as a share of the page's sides; 0 for a flat scene
 * @param margin free space around the page as a share of its sides; 0 for a flat scene
 * @param light light and tone
 * @param blur what blurs
 * @param noiseSigma standard deviation on the paper, in 8-bit code values
 * @param shotShare share of the noise's variance that is shot noise
 * @param noiseGrey share of the noise that all colours have in common
 * @param sharpen amount of sharpening, 0 for none
 * @param jpegQuality 1 to 100
 */
public record PhotoPlan(
    long seed,
    Scene scene,
    double scale,
    double rotation,
    double perspective,
    double margin,
    LightPlan light,
    BlurPlan blur,
    double noiseSigma,
    double shotShare,
    double noiseGrey,
    double sharpen,
    int jpegQuality) {}
