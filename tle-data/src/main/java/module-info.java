/** What is in orbit: element sets, snapshots and the dated satellite registry. */
@SuppressWarnings("module") // The compiler does not know the engine yet.
module dev.skytally.tledata {
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.dataformat.csv;
  requires java.net.http;
  requires java.xml;
  requires org.apache.commons.compress;
  requires static transitive org.jspecify;

  exports dev.skytally.archive;
  exports dev.skytally.elements;
  exports dev.skytally.fetch;
  exports dev.skytally.input;
  exports dev.skytally.outage;
  exports dev.skytally.satellites;
  exports dev.skytally.internal.input to
      dev.skytally.engine;
}
