package io.github.blurdetect.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureVectorTest {

  @Test
  void get_byNameAndIndex_givesTheValue() {
    FeatureVector vector = new FeatureVector("v", List.of("a", "b"), new double[] {1, Double.NaN});
    assertThat(vector.get("a")).isEqualTo(1);
    assertThat(vector.get(1)).isNaN();
    assertThat(vector.size()).isEqualTo(2);
    assertThat(vector).hasToString("FeatureVector[v: a=1.0, b=NaN]");
  }

  @Test
  void get_unknownName_isRefusedNamingTheKnown() {
    FeatureVector vector = new FeatureVector("v", List.of("a"), new double[] {1});
    assertThatThrownBy(() -> vector.get("z"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'z'")
        .hasMessageContaining("[a]");
    assertThatThrownBy(() -> vector.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void construction_differentLengths_isRefused() {
    assertThatThrownBy(() -> new FeatureVector("v", List.of("a"), new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("found 2 values, expected 1");
  }

  @Test
  void values_changedByTheCaller_leaveTheVectorAlone() {
    double[] values = {1};
    FeatureVector vector = new FeatureVector("v", List.of("a"), values);
    values[0] = 2;
    vector.values()[0] = 3;
    assertThat(vector.get("a")).isEqualTo(1);
  }
}
