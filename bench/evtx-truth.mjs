/**
 * Holds the reader's XML against Windows' own export of the same log, byte for byte, and its records against what
 * the reader of XML exports makes of that export. Messages rendered by the export (RenderingInfo) apart:
 *
 *     node bench/evtx-truth.mjs LOG.evtx EXPORT.xml [LOG.evtx EXPORT.xml ...]
 */
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { loadEvtx } from "./evtx-load.mjs";

const { readEventXml, readEvtxRecords, readEvtxXml, sourceFromBytes } = await loadEvtx();
const paths = process.argv.slice(2);
let differences = 0;
for (let pair = 0; pair + 1 < paths.length; pair += 2) {
  differences += compare(paths[pair], paths[pair + 1]);
  differences += await compareRecords(paths[pair], paths[pair + 1]);
}
process.exitCode = differences === 0 ? 0 : 1;

function compare(logPath, exportPath) {
  const expected = eventsOfExport(exportText(exportPath));
  const reading = readEvtxXml(sourceFromBytes(readFileSync(logPath)));
  let equal = 0;
  let different = 0;
  for (const xml of reading.events) {
    const id = recordIdOf(xml);
    if (expected.get(id) === xml) equal += 1;
    else if (++different <= 3) console.log(`Windows: ${expected.get(id)}\nreader:  ${xml}\n`);
    expected.delete(id);
  }
  console.log(`${logPath}: ${equal} equal, ${different} different, ${expected.size} only in the export`);
  return different + expected.size;
}

async function compareRecords(logPath, exportPath) {
  const expected = new Map();
  for await (const item of readEventXml([exportText(exportPath)])) {
    if (item.kind !== "event") throw new Error(item.damage.message);
    const { message, culture, ...bare } = item.event;
    expected.set(bare.recordId, bare);
  }
  let different = 0;
  for (const record of readEvtxRecords(sourceFromBytes(readFileSync(logPath))).events) {
    if (!isDeepStrictEqual(record, expected.get(record.recordId)) && ++different <= 3) {
      console.log(expected.get(record.recordId), record);
    }
  }
  console.log(`${logPath}: ${expected.size} records, ${different} different from the export's`);
  return different;
}

function exportText(path) {
  return readFileSync(path, "utf8").replace(/^\ufeff/, "");
}

function eventsOfExport(xml) {
  const events = xml.match(/<Event xmlns[\s\S]*?<\/Event>/g) ?? [];
  const bare = events.map((event) => event.replace(/<RenderingInfo [\s\S]*?<\/RenderingInfo>/, ""));
  return new Map(bare.map((event) => [recordIdOf(event), event]));
}

function recordIdOf(xml) {
  return /<EventRecordID>(\d+)</.exec(xml)?.[1];
}
