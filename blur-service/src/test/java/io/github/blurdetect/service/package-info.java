@NullMarked
package io.github.blurdetect.service;

import org.jspecify.annotations.NullMarked;
