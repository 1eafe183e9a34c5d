/** What a file of a pack holds; its path says so. */
export type FileKind =
  | { readonly kind: "pack" | "catalogue" | "lists" | "asks" | "flowchart" }
  | { readonly kind: "rule"; readonly area: string; readonly id: string }
  | { readonly kind: "unexpected"; readonly hint: string };

const single: ReadonlyMap<string, FileKind> = new Map<string, FileKind>([
  ["pack.yaml", { kind: "pack" }],
  ["lists.yaml", { kind: "lists" }],
  ["asks.yaml", { kind: "asks" }],
  ["flowchart.yaml", { kind: "flowchart" }],
]);

const whereThingsStand =
  "A pack holds pack.yaml, lists.yaml, asks.yaml, flowchart.yaml, flowcharts/NAME.yaml, facts/NAME.yaml and AREA/RULE-ID.yaml.";

/** @param path inside the pack, with forward slashes */
export function fileKind(path: string): FileKind {
  const known = single.get(path);
  if (known !== undefined) return known;
  if (path.endsWith(".yml")) return { kind: "unexpected", hint: "Let its name end with .yaml." };
  const [folder, name, ...deeper] = path.split("/");
  const id = name?.endsWith(".yaml") ? name.slice(0, -".yaml".length) : "";
  if (folder === undefined || id === "" || deeper.length > 0)
    return { kind: "unexpected", hint: whereThingsStand };
  if (folder === "facts") return { kind: "catalogue" };
  return folder === "flowcharts" ? { kind: "flowchart" } : { kind: "rule", area: folder, id };
}
