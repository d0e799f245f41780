package io.github.blurdetect.cli.internal;

import picocli.CommandLine.IVersionProvider;

/** Says which version runs, and on what. */
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "blur " + (version == null ? "(development build)" : version),
      "Java "
          + Runtime.version()
          + ", "
          + System.getProperty("os.name")
          + " "
          + System.getProperty("os.arch")
    };
  }
}
