package io.github.blurdetect.dataset.simulate;

import java.io.IOException;

/** Where sharp pages come from. Safe for use by many threads. */
public interface PageSource {

  /**
   * Returns how many pages there are.
   *
   * @return at least 1
   */
  int size();

  /**
   * Returns one page, the same at every call.
   *
   * @param index from 0
   * @return the page
   * @throws IOException if it can't be read
   */
  SourcePage page(int index) throws IOException;
}
