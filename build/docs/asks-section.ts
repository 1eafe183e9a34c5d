import { sliceWord } from "../../engine/facts/coverage.ts";
import type { Ask, Rulebook } from "../../engine/rulebook/rulebook.ts";
import { safeFence } from "../../reporters/safe-markdown.ts";
import { name, prose } from "./table.ts";

/** Every way of asking, with the facts that it gives. */
export function asksSection(rulebook: Rulebook): string {
  const asks = Object.values(rulebook.asks).map((ask) => askSection(ask, rulebook));
  return ["## How to get facts by hand", ...asks].join("\n\n");
}

/** `[Title](#anchor) (who, 2 minutes)` */
export function askLink(id: string, { asks }: Rulebook): string {
  const ask = asks[id];
  if (ask === undefined) throw new Error(`A fact names the way of asking ${id}, and there is none.`);
  return `[${prose(ask.title)}](#${anchor(ask)}) (${prose(ask.who)}, ${minutes(ask)})`;
}

/** Of our own making, because a heading may change its words. */
const anchor = ({ id }: Ask): string => `ask-${id}`;

const minutes = (ask: Ask): string => `${ask.minutes} ${ask.minutes === 1 ? "minute" : "minutes"}`;

function askSection(ask: Ask, { facts }: Rulebook): string {
  const given = Object.values(facts).filter((fact) => fact.ask.includes(ask.id) && fact.derived === null);
  return [
    `<a id="${anchor(ask)}"></a>`,
    `### ${prose(ask.title)}`,
    `Who: ${prose(ask.who)}. Time: ${minutes(ask)}.`,
    prose(ask.do),
    ...(ask.run === null ? [] : [safeFence(ask.run).join("\n")]),
    `Look for: ${prose(ask.lookFor)}`,
    [`Gives ${given.map(({ id }) => name(id)).join(", ")}.`, ...partsOf(ask)].join(" "),
  ].join("\n\n");
}

/** "Of `network.probes` it looks at the part with `account` administrator." */
function partsOf({ looksAt }: Ask): readonly string[] {
  return Object.entries(looksAt).map(([list, part]) => {
    const fields = Object.entries(part).map(
      ([field, values]) => `${name(field)} ${values.map((value) => prose(sliceWord(value))).join(" or ")}`,
    );
    return `Of ${name(list)} it looks at the part with ${fields.join(" and ")}.`;
  });
}
