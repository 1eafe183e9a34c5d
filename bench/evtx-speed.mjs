/**
 * Speed and memory of the event log reader beside the C library's evtxexport (Debian package libevtx-utils), which
 * is left out where it is not installed:
 *
 *     node bench/evtx-speed.mjs [--rounds 5] [--megabytes 32] [--big-megabytes 1024] \
 *       [--provider Microsoft-Windows-Security-Auditing] [--id 4720 --id 4726 --id 4740] LOG.evtx [LOG.evtx ...]
 *
 * The chunks of the logs given are repeated until a log has the size asked for. Every run is a process of its own,
 * start included, and all kinds of run take turns; the table has medians. Throughput in one warm process follows.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { crc32 } from "node:zlib";
import { bundleEvtx } from "./evtx-load.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "5" },
    megabytes: { type: "string", default: "32" },
    "big-megabytes": { type: "string", default: "1024" },
    provider: { type: "string", default: "Microsoft-Windows-Security-Auditing" },
    id: { type: "string", multiple: true, default: ["4720", "4726", "4740"] },
  },
});
const folder = mkdtempSync(join(tmpdir(), "evtx-speed-"));
try {
  const reader = join(folder, "reader.mjs");
  writeFileSync(reader, await bundleEvtx("bench/evtx-run.mjs"));
  const log = writeLog(join(folder, "log.evtx"), Number(values.megabytes));
  compare(reader, log);
  throughput(reader, log);
  memory(reader);
} finally {
  rmSync(folder, { recursive: true });
}

/** The chunks of all logs, one after the other, behind one file header. */
function writeLog(path, megabytes) {
  const chunks = positionals.flatMap((from) => chunksOf(readFileSync(from)));
  const count = Math.floor((megabytes * 1e6 - 4096) / 65_536);
  const header = Buffer.from(readFileSync(positionals[0]).subarray(0, 4096));
  header.writeBigUInt64LE(BigInt(count - 1), 16);
  header.writeUInt16LE(Math.min(count, 65_535), 42);
  header.writeUInt32LE(0, 120);
  header.writeUInt32LE(crc32(header.subarray(0, 120)), 124);
  const file = openSync(path, "w");
  writeSync(file, header);
  for (let index = 0; index < count; index += 1) writeSync(file, chunks[index % chunks.length]);
  closeSync(file);
  return path;
}

function chunksOf(bytes) {
  const chunks = [];
  for (let at = 4096; at + 65_536 <= bytes.length; at += 65_536) {
    if (bytes.toString("latin1", at, at + 7) === "ElfChnk") chunks.push(bytes.subarray(at, at + 65_536));
  }
  return chunks;
}

function compare(reader, log) {
  const commands = {
    "evtxexport -f xml": ["evtxexport", "-f", "xml", log],
    "XML of all events": [process.execPath, reader, "xml", log],
    "records of all events": [process.execPath, reader, "records", log],
    "records, filtered": [process.execPath, reader, "records", log, values.provider, ...values.id],
  };
  if (spawnSync("evtxexport", ["-V"]).error !== undefined) delete commands["evtxexport -f xml"];
  const seconds = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const [name, command] of Object.entries(commands)) seconds[name].push(cpuSeconds(command));
  }
  console.log(`${values.megabytes} MB, processes, CPU seconds, median of ${values.rounds}`);
  for (const [name, taken] of Object.entries(seconds))
    console.log(`  ${name.padEnd(24)} ${median(taken).toFixed(2)}`);
}

/** User and system time of the command, as the shell measures it. */
function cpuSeconds(command) {
  const script = 'TIMEFORMAT="%U %S"; time { "$@" > /dev/null 2> /dev/null; status=$?; }; exit $status';
  const { stderr, status } = spawnSync("bash", ["-c", script, "bash", ...command], { encoding: "utf8" });
  if (status !== 0)
    throw new Error(`${command.slice(0, 2).join(" ")} gave up: leave out the log it cannot read`);
  const [user, system] = stderr.trim().split(" ").map(Number);
  return user + system;
}

function throughput(reader, log) {
  const rounds = String(2 * Number(values.rounds));
  const out = execFileSync(process.execPath, [reader, "warm", log, rounds, values.provider, ...values.id]);
  console.log(`${values.megabytes} MB, one warm process, MB per CPU second, median of ${rounds}`);
  console.log(out.toString());
}

function memory(reader) {
  const log = writeLog(join(folder, "big.evtx"), Number(values["big-megabytes"]));
  const out = execFileSync(process.execPath, [reader, "records", log, values.provider, ...values.id]);
  console.log(`${values["big-megabytes"]} MB, filtered: ${out.toString().trim()}`);
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}
