package org.customervaluesquads.localstack.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory a process holds, with the processes of its own kind that it started. */
final class ProcessMemory {

    private static final long KILOBYTE = 1024;

    private ProcessMemory() {}

    /** Bytes; pages that several processes share are counted once where the system tells them apart. */
    static long of(ProcessHandle process) {
        String program = program(process);
        Stream<ProcessHandle> workers = process.children().filter(child -> isWorker(child, program));
        return Stream.concat(Stream.of(process), workers)
                        .mapToLong(one -> kilobytes(one.pid()))
                        .sum()
                * KILOBYTE;
    }

    /** A database server works in many processes; a JVM's children are parts with a line of their own. */
    private static boolean isWorker(ProcessHandle child, String program) {
        return program.endsWith("postgres") && program(child).equals(program);
    }

    private static String program(ProcessHandle process) {
        return process.info().command().orElse("");
    }

    private static long kilobytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException elsewhere) {
            return resident(pid);
        }
    }

    private static long resident(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return answer.isEmpty() ? 0 : Long.parseLong(answer);
        } catch (IOException unknown) {
            return 0;
        }
    }
}
