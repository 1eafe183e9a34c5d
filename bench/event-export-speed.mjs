/**
 * Speed and memory of the reader of XML exports beside fast-xml-parser on the whole file:
 *
 *     node bench/event-export-speed.mjs [--rounds 3] [--megabytes 100] [--big-megabytes 500] \
 *       [--provider "Service Control Manager"] [--id 7026 --id 7034 --id 7045] EXPORT.xml [EXPORT.xml ...]
 *
 * The events of the exports given are repeated until a file has the size asked for. Every run is a process of its own, and
 * all kinds of run take turns; the table has medians of CPU seconds without the start of the process.
 */
import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundleEvtx } from "./evtx-load.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "3" },
    megabytes: { type: "string", default: "100" },
    "big-megabytes": { type: "string", default: "500" },
    provider: { type: "string", default: "Service Control Manager" },
    id: { type: "string", multiple: true, default: ["7026", "7034", "7045"] },
  },
});
const kinds = {
  "fast-xml-parser, whole file": "library",
  "records of all events": "all",
  "records, filtered": "filtered",
};
const folder = mkdtempSync(join(tmpdir(), "event-export-"));
try {
  const reader = join(folder, "reader.mjs");
  writeFileSync(reader, await bundleEvtx("bench/event-export-run.mjs"));
  compare(reader, writeExport(join(folder, "export.xml"), Number(values.megabytes)));
  big(reader, writeExport(join(folder, "big.xml"), Number(values["big-megabytes"])));
} finally {
  rmSync(folder, { recursive: true });
}

function writeExport(path, megabytes) {
  const events = positionals.flatMap((from) =>
    readFileSync(from, "utf8").match(/<Event[\s>][\s\S]*?<\/Event>/g),
  );
  const block = events.join("");
  const file = openSync(path, "w");
  let written = writeSync(file, '\ufeff<?xml version="1.0" encoding="utf-8" standalone="yes"?>\r\n<Events>');
  while (written < megabytes * 1e6) written += writeSync(file, block);
  writeSync(file, "</Events>");
  closeSync(file);
  return path;
}

function run(reader, kind, path) {
  return JSON.parse(execFileSync(process.execPath, [reader, kind, path, values.provider, ...values.id]));
}

function compare(reader, path) {
  const samples = Object.fromEntries(Object.keys(kinds).map((name) => [name, []]));
  for (let round = 0; round < Number(values.rounds); round += 1)
    for (const [name, kind] of Object.entries(kinds)) samples[name].push(run(reader, kind, path));
  const library = median(samples["fast-xml-parser, whole file"].map(({ seconds }) => seconds));
  console.log(`${values.megabytes} MB, median of ${values.rounds}`);
  for (const [name, taken] of Object.entries(samples)) {
    const seconds = median(taken.map((each) => each.seconds));
    const peak = median(taken.map((each) => each.peak));
    const speed = (Number(values.megabytes) / seconds).toFixed(0);
    console.log(
      `  ${name.padEnd(28)} ${seconds.toFixed(2)} s CPU  ${speed.padStart(4)} MB/s  ${(library / seconds).toFixed(1).padStart(5)} x  ${peak} MB  ${taken[0].events} events`,
    );
  }
}

function big(reader, path) {
  for (const kind of ["all", "filtered"]) {
    const { events, seconds, peak } = run(reader, kind, path);
    console.log(
      `${values["big-megabytes"]} MB, ${kind}: ${events} events, ${seconds.toFixed(1)} s CPU, peak ${peak} MB of memory`,
    );
  }
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}
