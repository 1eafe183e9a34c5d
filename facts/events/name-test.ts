import { foldText } from "../../schemas/values/text-equal.ts";

/**
 * Whether a name is among those that are asked for; any is where nobody asks. Windows does not tell upper from lower
 * case in the names of channels and providers.
 */
export function nameTest(names: readonly string[] | undefined): (name: string | undefined) => boolean {
  if (names === undefined) return () => true;
  const folded = new Set(names.map(foldText));
  // Neighbouring events mostly share their names.
  let last: string | undefined;
  let isAmong = false;
  return (name) => {
    if (name === undefined) return false;
    if (name !== last) {
      last = name;
      isAmong = folded.has(foldText(name));
    }
    return isAmong;
  };
}
