/**
 * Other people's ways to tell blurred photos, as scorers to compare with. None offers itself as the
 * default, and no other module needs this one at run time but the command.
 */
@NullMarked
package io.github.blurdetect.baselines;

import org.jspecify.annotations.NullMarked;
