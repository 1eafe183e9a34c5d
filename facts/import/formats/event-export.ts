import { decodeChunks } from "../../formats/decode-chunks.ts";
import { looksLikeEventXml } from "../../formats/event-xml/looks-like-event-xml.ts";
import { readEventXml } from "../../formats/event-xml/read-event-xml.ts";
import { type Damage, isRefused } from "../../formats/reading.ts";
import { readInParts } from "../../read-untrusted.ts";
import { EventIntake } from "../events/event-intake.ts";
import { quickLook } from "../events/quick-look.ts";
import type { FileAtHand, FileReading, Format } from "../format.ts";
import { damageSentence } from "../sentences.ts";
import { type Plan, wantedOf } from "../wanted-fact.ts";
import { DamageList } from "./damage-list.ts";

const kind = "event-export";
const parser = "event-xml 1";

/** Events that wevtutil or the Event Viewer wrote as XML; of any length. */
export const eventExport: Format = {
  recognises: ({ head }) => head.text !== null && looksLikeEventXml(head.text),
  read: async (file, plan) => {
    const chunked = await decodeChunks(readInParts(file.open));
    if (isRefused(chunked)) return refused(file, plan, chunked.refused);
    const intake = new EventIntake(wantedOf(plan, "events"), file.source);
    const damages = new DamageList();
    for await (const item of readEventXml(chunked.text, { wanted: (text) => isWorthParsing(text, intake) })) {
      if (item.kind === "refused") return refused(file, plan, item.damage);
      if (item.kind === "damage") damages.add(item.damage);
      else intake.take(item.event, `line ${item.line}`);
    }
    const { encoding, notes } = chunked.found;
    const reading = intake.reading(file.shownAs);
    return {
      kind,
      parser,
      encoding,
      ...reading,
      notes: [...notes.map(damageSentence), ...damages.sentences(), ...reading.notes],
      warnings: [...damages.warnings(file.shownAs), ...reading.warnings],
    };
  },
};

function isWorthParsing(eventText: string, intake: EventIntake): boolean {
  const look = quickLook(eventText);
  if (look === undefined || intake.wants(look)) return true;
  intake.pass(look);
  return false;
}

/** Which logs it held is not known, so it leaves every fact that wants events without an answer. */
function refused(file: FileAtHand, plan: Plan, damage: Damage): FileReading {
  const detail = damageSentence(damage);
  const from = [{ source: file.source }];
  const facts = wantedOf(plan, "events").map(({ fact }) => ({
    fact,
    entry: { unknown: "damaged-source" as const, detail, from },
  }));
  const message = `${file.shownAs} was not used. ${detail}`;
  return {
    kind,
    parser,
    notes: [detail],
    facts,
    warnings: [{ code: damage.code, message, file: file.shownAs }],
  };
}
