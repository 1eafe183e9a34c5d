/**
 * Damages logs at random (1 to 20 bytes, a fifth also cut short) and reads what is left:
 *
 *     node bench/evtx-fuzz.mjs [--mutants 2000] [--seed 20261] LOG.evtx [LOG.evtx ...]
 *
 * No reading may throw or take longer than a second for each MB, and every record of a chunk that was not touched
 * has to come out as it does from the sound log.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadEvtx } from "./evtx-load.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { mutants: { type: "string", default: "2000" }, seed: { type: "string", default: "20261" } },
});
const { readEvtxRecords, readEvtxXml, sourceFromBytes } = await loadEvtx();
const random = xorshift(Number(values.seed));
const logs = positionals.map((path) => ({ path, bytes: readFileSync(path) }));
for (const log of logs) log.chunks = recordsByChunk(log.bytes);

const totals = { mutants: 0, thrown: 0, lost: 0, sound: 0, delivered: 0, slowestMsPerMb: 0 };
for (let mutant = 0; mutant < Number(values.mutants); mutant += 1) tryMutant(logs[mutant % logs.length]);
console.log(totals);
process.exitCode = totals.thrown + totals.lost > 0 || totals.slowestMsPerMb > 1000 ? 1 : 0;

function tryMutant(log) {
  totals.mutants += 1;
  const { bytes, touched } = damage(log.bytes);
  const started = process.hrtime.bigint();
  try {
    const seen = new Set(
      Array.from(readEvtxRecords(sourceFromBytes(bytes)).events, (event) => JSON.stringify(event)),
    );
    totals.delivered += seen.size;
    for (const _ of readEvtxXml(sourceFromBytes(bytes)).events);
    for (const _ of readEvtxRecords(sourceFromBytes(bytes), { eventIds: [7] }).events);
    checkUntouched(log, touched, bytes.length, seen);
  } catch (error) {
    totals.thrown += 1;
    console.log(`${log.path}, mutant ${totals.mutants}: ${error.stack}`);
  }
  const ms = Number(process.hrtime.bigint() - started) / 1e6;
  totals.slowestMsPerMb = Math.max(totals.slowestMsPerMb, ms / Math.max(1, bytes.length / 1e6));
}

function damage(sound) {
  const isCut = random(5) === 0;
  const bytes = Buffer.from(sound.subarray(0, isCut ? random(sound.length) : sound.length));
  const touched = new Set();
  for (let left = 1 + random(20); left > 0 && bytes.length > 0; left -= 1) {
    const at = random(bytes.length);
    bytes[at] = random(256);
    touched.add(chunkOf(at));
  }
  return { bytes, touched };
}

function checkUntouched(log, touched, length, seen) {
  for (const [chunk, records] of log.chunks) {
    if (touched.has(chunk) || 4096 + (chunk + 1) * 65_536 > length) continue;
    totals.sound += records.length;
    const lost = records.filter((record) => !seen.has(record));
    totals.lost += lost.length;
    if (lost.length > 0) console.log(`${log.path}, mutant ${totals.mutants}: lost ${lost[0].slice(0, 200)}`);
  }
}

/** Read one by one, each behind the file header. */
function recordsByChunk(bytes) {
  const chunks = new Map();
  for (let at = 4096; at < bytes.length; at += 65_536) {
    const alone = Buffer.concat([bytes.subarray(0, 4096), bytes.subarray(at, at + 65_536)]);
    const events = Array.from(readEvtxRecords(sourceFromBytes(alone)).events, (event) =>
      JSON.stringify(event),
    );
    chunks.set(chunkOf(at), events);
  }
  return chunks;
}

function chunkOf(at) {
  return Math.floor((at - 4096) / 65_536);
}

function xorshift(seed) {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
