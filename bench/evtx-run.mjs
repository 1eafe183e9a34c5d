/** What evtx-speed.mjs measures, bundled by it: reads a log through one buffer of 64 KiB. */
import { closeSync, fstatSync, openSync, readSync, writeSync } from "node:fs";
import { readEvtxRecords, readEvtxXml } from "../facts/formats/evtx/read-evtx.ts";

const [kind, path, ...rest] = process.argv.slice(2);
const file = openSync(path, "r");
const buffer = Buffer.alloc(65_536);
const source = {
  size: fstatSync(file).size,
  read: (offset, length) => buffer.subarray(0, readSync(file, buffer, 0, length, offset)),
};
if (kind === "xml") writeXml();
else if (kind === "records") countRecords(rest);
else warm(rest);
closeSync(file);

function filterOf([provider, ...ids]) {
  return provider === undefined ? {} : { providers: [provider], eventIds: ids.map(Number) };
}

function writeXml() {
  let batch = [];
  for (const event of readEvtxXml(source).events) {
    batch.push(event);
    if (batch.length < 500) continue;
    writeSync(1, `${batch.join("\n")}\n`);
    batch = [];
  }
  writeSync(1, batch.join("\n"));
}

function countRecords(filter) {
  const started = process.hrtime.bigint();
  const reading = readEvtxRecords(source, filterOf(filter));
  const events = count(reading);
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const rss = Math.round(process.resourceUsage().maxRSS / 1000);
  console.log(
    `${events} of ${reading.survey().records} events in ${seconds.toFixed(2)} s, peak ${rss} MB of memory`,
  );
}

function warm([rounds, ...filter]) {
  const runs = {
    "XML of all events": () => readEvtxXml(source),
    "records of all events": () => readEvtxRecords(source),
    "records, filtered": () => readEvtxRecords(source, filterOf(filter)),
  };
  const speeds = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  for (let round = 0; round < Number(rounds); round += 1) {
    for (const [name, run] of Object.entries(runs)) speeds[name].push(megabytesPerSecond(run));
  }
  for (const [name, measured] of Object.entries(speeds)) {
    const median = measured.toSorted((a, b) => a - b)[measured.length >> 1];
    console.log(`  ${name.padEnd(24)} ${median.toFixed(0)}`);
  }
}

function megabytesPerSecond(run) {
  const before = process.cpuUsage();
  count(run());
  const { user, system } = process.cpuUsage(before);
  return source.size / (user + system);
}

function count({ events }) {
  let found = 0;
  for (const _ of events) found += 1;
  return found;
}
