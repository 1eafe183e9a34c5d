import { type Schema, see } from "./schema.ts";

/** The definitions of one schema file, each made once, when it is first needed. */
export interface Shelf {
  /** A reference to the definition of this name. */
  put(name: string, make: () => Schema): Schema;
  definitions(): Readonly<Record<string, Schema>>;
}

export function createShelf(): Shelf {
  const made = new Map<string, Schema>();
  return {
    put: (name, make) => {
      if (!made.has(name)) {
        // A definition may need itself.
        made.set(name, {});
        made.set(name, make());
      }
      return see(name);
    },
    definitions: () => Object.fromEntries([...made].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
