import { type Schema, whereKeyIs, whereKeyStands } from "./schema.ts";

type Properties = Readonly<Record<string, Schema>>;

/** One of several kinds of map, known by a key that only it has, or by the word that one key has. */
export function mapChoice(maps: readonly Schema[], target: (map: Schema) => Schema): Schema {
  const [first, ...others] = maps;
  if (first === undefined || others.length === 0) return first ?? {};
  const kinds = maps.map((map) => ({
    map,
    properties: (target(map).properties ?? {}) as Properties,
    target: target(map),
  }));
  const word = Object.keys(kinds[0]?.properties ?? {}).find((key) =>
    kinds.every(({ properties }) => properties[key]?.const !== undefined),
  );
  return word === undefined ? byKey(kinds) : byWord(word, kinds);
}

interface MapKind {
  readonly map: Schema;
  readonly target: Schema;
  readonly properties: Properties;
}

function byWord(key: string, kinds: readonly MapKind[]): Schema {
  const words = kinds.map(({ properties }) => String(properties[key]?.const));
  const abouts = kinds.map(({ properties, target }) =>
    String(target.description ?? properties[key]?.description),
  );
  return {
    type: "object",
    required: [key],
    properties: { [key]: { enum: words, enumDescriptions: abouts } },
    allOf: kinds.map(({ map }, index) => whereKeyIs(key, words[index] ?? "", map)),
  };
}

function byKey(kinds: readonly MapKind[]): Schema {
  const keyed = kinds.map((kind) => ({ ...kind, key: ownKey(kind, kinds) }));
  const keys = keyed.map(({ key }) => key);
  // As long as it is open which kind it will be, any key may come.
  const open: Schema = {
    type: "object",
    properties: Object.assign({}, ...keyed.toReversed().map(({ properties }) => properties)),
    anyOf: keys.map((key) => ({
      required: [key],
      errorMessage: `One of these keys is needed: ${keys.join(", ")}.`,
    })),
  };
  return keyed.reduceRight((rest, { key, map }) => whereKeyStands(key, map, rest), open);
}

/** The first key that this kind needs and no other kind has. */
function ownKey({ target }: MapKind, kinds: readonly MapKind[]): string {
  const required = (target.required ?? []) as readonly string[];
  const own = required.find(
    (key) => kinds.filter(({ properties }) => Object.hasOwn(properties, key)).length === 1,
  );
  if (own === undefined)
    throw new Error(`No key tells this kind of map: ${JSON.stringify(target).slice(0, 200)}`);
  return own;
}
