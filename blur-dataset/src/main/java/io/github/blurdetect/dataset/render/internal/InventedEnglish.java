package io.github.blurdetect.dataset.render.internal;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** English content. */
record InventedEnglish(RandomGenerator random) implements Invented {

  private static final String FIRST =
      "Alice Brian Clara David Emma Frank Grace Henry Irene James Karen Louis Maria Nathan Olivia"
          + " Peter Quentin Rachel Simon Teresa Ursula Victor Wendy Xavier Yvonne Zachary";
  private static final String LAST =
      "Archer Bennett Carter Dalton Ellison Fletcher Granger Holloway Irving Jenkins Kendrick"
          + " Lambert Mercer Norwood Osborne Prescott Quigley Ramsey Sutton Thornton Underhill"
          + " Vaughan Whitmore Yardley";
  private static final String TRADE =
      "Hardware Stationery Trading Logistics Bakery Electronics Furniture Printing Textiles"
          + " Machinery Foods Pharmacy Plumbing Motors Optical Garden Timber Chemicals";
  private static final String FORM = "Ltd Limited Inc LLC PLC Company Group Partners";
  private static final String STREET =
      "Maple Station Harbour Victoria Mill Church Park Bridge Orchard Castle River Summit Market";
  private static final String WAY = "Street Road Avenue Lane Drive Close Square Terrace";
  private static final String TOWN =
      "Ashford Brentwood Camden Dorset Eastleigh Fairview Greenfield Hampton Kingston Lakeside"
          + " Milton Newport Oakdale Preston Riverton Stamford Weston";
  private static final String GOODS =
      "Notebook Pencil Printer Cable Lamp Kettle Chair Desk Folder Stapler Battery Charger Monitor"
          + " Keyboard Blanket Towel Teapot Bottle Basket Hammer Screwdriver Paint Brush Bread"
          + " Butter Coffee Sugar Orange Apple Chicken Yoghurt Cereal Soap Shampoo";
  private static final String ADJECTIVE =
      "Large Small Blue Green Classic Premium Standard Compact Double Fresh Organic Portable Steel";
  private static final String[] SENTENCES = {
    "Thank you for your letter of last month and for the documents that you enclosed.",
    "We have examined the matter with care and are able to confirm the following points.",
    "The delivery will leave our warehouse within ten working days of your written order.",
    "Please let us know whether these terms are acceptable to your board of directors.",
    "The amount shown above must be paid in full before the end of the current quarter.",
    "Our engineers visited the site and found that most of the equipment works as intended.",
    "Should you need further information, do not hesitate to contact our office by telephone.",
    "A copy of the signed agreement has been placed in the archive for future reference.",
    "The committee will meet again in spring to decide on the remaining applications.",
    "We regret the delay and will do everything in our power to avoid it in future.",
    "Every claim has to be supported by the original receipt and a short description.",
    "The enclosed form should be completed in block letters and returned without delay."
  };

  @Override
  public String person() {
    return Chance.pick(random, FIRST) + " " + Chance.pick(random, LAST);
  }

  @Override
  public String company() {
    String second = random.nextBoolean() ? "" : " & " + Chance.pick(random, LAST);
    return Chance.pick(random, LAST)
        + second
        + " "
        + Chance.pick(random, TRADE)
        + " "
        + Chance.pick(random, FORM);
  }

  @Override
  public String address() {
    return Chance.fill(random, random.nextBoolean() ? "^#" : "^##")
        + " "
        + Chance.pick(random, STREET)
        + " "
        + Chance.pick(random, WAY)
        + ", "
        + Chance.fill(random, "^####")
        + " "
        + Chance.pick(random, TOWN);
  }

  @Override
  public String phone() {
    return Chance.fill(random, "0##-^######");
  }

  @Override
  public String date() {
    String month = Chance.pick(random, "January February March April May June July August October");
    return random.nextBoolean()
        ? random.nextInt(1, 29) + " " + month + " " + random.nextInt(1990, 2030)
        : String.format(
            Locale.ROOT,
            "%02d/%02d/%d",
            random.nextInt(1, 29),
            random.nextInt(1, 13),
            random.nextInt(1990, 2030));
  }

  @Override
  public String goods() {
    return Chance.pick(random, ADJECTIVE) + " " + Chance.pick(random, GOODS);
  }

  @Override
  public String unit() {
    return Chance.pick(random, "pcs box pack kg set");
  }

  @Override
  public String paragraph() {
    StringBuilder text = new StringBuilder();
    int at = random.nextInt(SENTENCES.length);
    int step = Chance.pick(random, List.of(1, 5, 7, 11));
    for (int i = random.nextInt(2, 5); i > 0; i--, at += step) {
      text.append(SENTENCES[at % SENTENCES.length]).append(' ');
    }
    return text.toString().strip();
  }

  @Override
  public String businessScope() {
    StringBuilder text = new StringBuilder("Manufacture, import and sale of ");
    for (int i = random.nextInt(4, 9); i > 0; i--) {
      text.append(goods().toLowerCase(Locale.ROOT)).append(i > 1 ? ", " : ".");
    }
    return text + " Activities that need a permit may start once the permit has been granted.";
  }

  @Override
  public String registrationNumber() {
    return Chance.fill(random, "??-^#######");
  }
}
