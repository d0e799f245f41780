/** The tree scorer: a plain Java walk of a saved XGBoost model over measured features. */
@NullMarked
package io.github.blurdetect.tree;

import org.jspecify.annotations.NullMarked;
