/**
 * Blur detection as a Thrift service: server, client and their settings.
 *
 * <p>On the wire both are those of {@code interface.thrift}: {@code string reco(1: binary imgstr)},
 * binary protocol, unframed transport.
 */
@NullMarked
package io.github.blurdetect.service;

import org.jspecify.annotations.NullMarked;
