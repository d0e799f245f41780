package io.github.blurdetect.dataset.render.internal;

import java.util.random.RandomGenerator;

/** Random plausible content of documents; nobody's and no company's in particular. */
interface Invented {

  /** Makes content in a language. */
  static Invented in(
      io.github.blurdetect.dataset.render.Language language, RandomGenerator random) {
    return language == io.github.blurdetect.dataset.render.Language.CHINESE
        ? new InventedChinese(random)
        : new InventedEnglish(random);
  }

  String person();

  String company();

  String address();

  String phone();

  /** A day between 1990 and 2029. */
  String date();

  String goods();

  String unit();

  /** A sentence or a few for a letter. */
  String paragraph();

  /** What a company may do. */
  String businessScope();

  /** The number under which a company is registered. */
  String registrationNumber();
}
