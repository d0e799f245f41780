/** What server and client share. */
@NullMarked
package io.github.blurdetect.service.internal;

import org.jspecify.annotations.NullMarked;
