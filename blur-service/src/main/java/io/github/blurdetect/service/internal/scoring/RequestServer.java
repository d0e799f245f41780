package io.github.blurdetect.service.internal.scoring;

import io.github.blurdetect.api.BlurAssessment;
import io.github.blurdetect.service.FailureCode;
import io.github.blurdetect.service.internal.LogLine;
import io.github.blurdetect.service.internal.manage.Metrics;
import io.github.blurdetect.service.internal.net.Request;
import io.github.blurdetect.service.internal.wire.RecoProcessor;
import io.github.blurdetect.service.internal.wire.Replies;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.apache.thrift.TException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers one request, on a worker's thread. Safe for use by many threads. */
public final class RequestServer implements BiConsumer<Request, Runnable> {
  private static final Logger LOG = LoggerFactory.getLogger(RequestServer.class);

  private final Judge judge;
  private final Turns turns;
  private final Metrics metrics;
  private final boolean requestLog;

  /**
   * Makes a server.
   *
   * @param judge scores an image
   * @param turns bounds the images that are decoded and scored at once
   * @param metrics counts outcomes
   * @param requestLog whether each request gets a log line
   */
  public RequestServer(Judge judge, Turns turns, Metrics metrics, boolean requestLog) {
    this.judge = judge;
    this.turns = turns;
    this.metrics = metrics;
    this.requestLog = requestLog;
  }

  @Override
  public void accept(Request request, Runnable done) {
    AtomicReference<@Nullable Judgement> judgement = new AtomicReference<>();
    byte[] reply = null;
    long started = 0;
    try {
      if (!request.abandoned() && turns.take()) {
        try {
          started = System.nanoTime();
          reply = request.abandoned() ? null : reply(request, judgement);
        } finally {
          turns.pass();
        }
      }
    } finally {
      request.message().release();
      done.run();
    }
    if (reply != null) {
      if (!request.abandoned()) {
        record(request, judgement.get(), started); // first: who has a reply finds it counted
      }
      request.answer(reply);
    }
  }

  private byte[] reply(Request request, AtomicReference<@Nullable Judgement> judgement) {
    RecoProcessor processor =
        new RecoProcessor(
            image -> {
              Judgement made = judge.judge(image);
              judgement.set(made);
              return made.json();
            });
    try {
      return processor.answer(request.header(), request.message());
    } catch (TException | RuntimeException | Error e) {
      LOG.error(LogLine.of("defect").with("peer", request.peer()).toString(), e);
      Judgement failed = Judgement.failed(FailureCode.INTERNAL, "see the server's log");
      judgement.set(failed);
      return Replies.refusal(request.header(), failed.json());
    }
  }

  private void record(Request request, @Nullable Judgement made, long started) {
    long now = System.nanoTime();
    String outcome = made == null ? "no_method" : made.outcome();
    BlurAssessment assessment = made == null ? null : made.assessment();
    metrics.answered(outcome);
    metrics.took(now - request.arrived());
    if (assessment != null) {
      metrics.verdict(assessment.verdict());
    }
    if (requestLog) {
      LogLine line =
          LogLine.of("request")
              .with("peer", request.peer())
              .with("seq", request.header().sequence())
              .with("bytes", request.bytes())
              .with("outcome", outcome)
              .millis("wait_ms", started - request.arrived())
              .millis("score_ms", now - started);
      if (assessment != null) {
        line.with("verdict", assessment.verdict()).with("score", assessment.blurriness());
      }
      LOG.info(line.toString());
    }
  }
}
