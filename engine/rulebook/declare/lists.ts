import type { ListSource } from "../../../schemas/generated/types.ts";
import { unquoted } from "../../../schemas/text/schema-problems/sentences.ts";
import { parseDuration } from "../../../schemas/values/duration.ts";
import { parseHost } from "../../../schemas/values/host.ts";
import { parseTimestamp } from "../../../schemas/values/timestamp.ts";
import { normalForm } from "../../facts/normal-form.ts";
import type { Findings } from "../findings.ts";
import { inside, keyOf, type Spot, writtenAt } from "../parse/document.ts";
import type { ListDefinition } from "../rulebook.ts";
import { quoted } from "../words.ts";
import type { Entry } from "./entries.ts";

/** A set of lists.yaml, its values in their normal forms. */
export function listFrom({ name, source, spot }: Entry<ListSource>, findings: Findings): ListDefinition {
  const entries = source.entries.flatMap((entry, index) => {
    const { value, is = null } = typeof entry === "object" ? entry : { value: entry };
    const at =
      typeof entry === "object" ? inside(spot, "entries", index, "value") : inside(spot, "entries", index);
    const form = entryValue(value, source.type, at, findings);
    return form === null ? [] : [{ value: form, is: is === null ? null : is.trim() }];
  });
  return {
    id: name,
    title: source.title.trim(),
    type: source.type,
    entries,
    closedUntil: closedUntil(source, spot, findings),
  };
}

function entryValue(
  value: string | number,
  type: ListSource["type"],
  spot: Spot,
  findings: Findings,
): string | number | null {
  if (typeof value === "number" && type !== "number") {
    const { code, message, hint } = unquoted(value, writtenAt(spot) ?? String(value));
    findings.problem(spot, code, message, hint);
    return null;
  }
  const form =
    type === "host"
      ? parseHost(String(value), { wildcard: true })
      : normalForm(value, { type, values: [], alsoWritten: {}, unit: null, orNone: false, message: false });
  if (!form.ok) {
    findings.problem(
      spot,
      "entry-does-not-fit",
      `${quoted(String(value))} is not of the type ${type} that the list has.`,
      form.why,
    );
    return null;
  }
  const normal =
    typeof form.value === "string" ? form.value : "value" in form.value ? form.value.value : null;
  return typeof normal === "string" || typeof normal === "number" ? normal : null;
}

/** A list that is not closed, or does not say for how long, denies nothing. */
function closedUntil(source: ListSource, spot: Spot, findings: Findings): number | null {
  const [day, length] = [source["closed-as-of"], source["good-for"]];
  if (day === undefined && length === undefined) return null;
  if (day === undefined || length === undefined) {
    const [there, missing] = day === undefined ? ["good-for", "closed-as-of"] : ["closed-as-of", "good-for"];
    findings.problem(
      keyOf(spot, there),
      "good-for-alone",
      `The list says ${there} and not ${missing}.`,
      `Add ${missing}, or leave both out: then a miss proves nothing.`,
    );
    return null;
  }
  const start = parseTimestamp(`${day}T00:00:00Z`);
  const goodFor = parseDuration(length);
  if (!start.ok)
    findings.problem(inside(spot, "closed-as-of"), "wrong-form", `${quoted(day)} is not a day.`, start.why);
  if (!goodFor.ok)
    findings.problem(
      inside(spot, "good-for"),
      "duration-not-readable",
      `${quoted(length)} is not a length of time that can be used.`,
      goodFor.why,
    );
  return start.ok && goodFor.ok ? start.value.from + goodFor.value : null;
}
