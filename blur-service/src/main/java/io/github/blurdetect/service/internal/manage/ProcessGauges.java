package io.github.blurdetect.service.internal.manage;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory, garbage collection and threads of this process. */
final class ProcessGauges {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final long KIB = 1024;

  private ProcessGauges() {}

  static void write(PrometheusText out) {
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    out.gauge("jvm_heap_used_bytes", "Heap in use, garbage included.", heap.getUsed());
    out.gauge("jvm_heap_max_bytes", "Largest size of the heap.", heap.getMax());
    out.gauge("jvm_heap_live_bytes", "Heap in use after the last collection.", live());
    out.gauge("jvm_threads", "Threads.", ManagementFactory.getThreadMXBean().getThreadCount());
    long millis =
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .mapToLong(GarbageCollectorMXBean::getCollectionTime)
            .sum();
    out.counter("jvm_gc_seconds_total", "Time spent collecting garbage.", millis / 1000.0);
    long resident = residentBytes();
    if (resident > 0) {
      out.gauge("process_resident_memory_bytes", "Resident set size.", resident);
    }
    out.gauge(
        "process_uptime_seconds",
        "Time since the process began.",
        ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0);
  }

  private static long live() {
    long sum = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage after = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
      sum += after == null ? 0 : after.getUsed();
    }
    return sum;
  }

  /** Returns 0 where the system does not say. */
  private static long residentBytes() {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) * KIB;
        }
      }
    } catch (IOException | NumberFormatException e) {
      // Not Linux.
    }
    return 0;
  }
}
