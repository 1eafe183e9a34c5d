import type { EventFormat } from "../../events/event-format.ts";
import type { Damage } from "../../formats/reading.ts";
import type { FileAtHand, FileReading, Format } from "../format.ts";
import { DamageList } from "../formats/damage-list.ts";
import { damageSentence } from "../sentences.ts";
import { type Plan, wantedOf } from "../wanted-fact.ts";
import { EventIntake } from "./event-intake.ts";

/** A format of files that hold events, as the import reads it. */
export function eventFile(format: EventFormat): Format {
  return {
    recognises: (file) => format.recognises({ name: file.shownAs, head: file.head }),
    read: (file, plan) => read(file, plan, format),
  };
}

async function read(file: FileAtHand, plan: Plan, format: EventFormat): Promise<FileReading> {
  const intake = new EventIntake(wantedOf(plan, "events"), file.source);
  const damages = new DamageList();
  const remarks: string[] = [];
  const events = format.records(file.open, intake.select);
  for await (const item of events.items) {
    if (item.kind === "refused") return refused(file, plan, format, item.damage);
    if (item.kind === "event") intake.take(item.content, item.place, item.isDoubtful);
    else if (item.kind === "note") remarks.push(damageSentence(item.damage));
    else damages.add(item.damage);
  }
  const encoding = events.encoding();
  const reading = intake.reading(file.shownAs);
  return {
    kind: format.kind,
    parser: format.parser,
    ...(encoding !== undefined && { encoding }),
    ...reading,
    notes: [...remarks, ...damages.sentences(), ...reading.notes],
    warnings: [...damages.warnings(file.shownAs), ...reading.warnings],
  };
}

/** Which logs it held is not known, so it leaves every fact that wants events without an answer. */
function refused(file: FileAtHand, plan: Plan, format: EventFormat, damage: Damage): FileReading {
  const detail = damageSentence(damage);
  const from = [{ source: file.source }];
  const facts = wantedOf(plan, "events").map(({ fact }) => ({
    fact,
    entry: { unknown: "damaged-source" as const, detail, from },
  }));
  const message = `${file.shownAs} was not used. ${detail}`;
  return {
    kind: format.kind,
    parser: format.parser,
    notes: [detail],
    facts,
    warnings: [{ code: damage.code, message, file: file.shownAs }],
  };
}
