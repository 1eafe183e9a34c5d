import type {
  AsksFile,
  CatalogueFile,
  FlowchartFile,
  ListsFile,
  PackFile as PackHeader,
  RuleFile,
} from "../../../schemas/generated/types.ts";
import { limits } from "../../../schemas/limits.ts";
import type { Findings } from "../findings.ts";
import type { PackFile } from "../source.ts";
import type { PackDocument } from "./document.ts";
import { fileKind } from "./file-kind.ts";
import { type ReadMemory, readDocument } from "./read-document.ts";

/** The files of all packs, read and checked by their schemas. */
export interface Sources {
  /** By folder; null where pack.yaml is missing or cannot be read. */
  readonly headers: ReadonlyMap<string, PackDocument<Partial<PackHeader>> | null>;
  readonly catalogues: readonly PackDocument<CatalogueFile>[];
  readonly lists: readonly PackDocument<ListsFile>[];
  readonly asks: readonly PackDocument<AsksFile>[];
  readonly flowcharts: readonly PackDocument<Partial<FlowchartFile>>[];
  readonly rules: readonly RuleSource[];
  /** What files that cannot be read seem to declare. */
  readonly unreadable: Readonly<Record<"facts" | "lists" | "asks" | "rules", ReadonlySet<string>>>;
}

export interface RuleSource {
  /** The name of the folder. */
  readonly area: string;
  /** The name of the file. */
  readonly id: string;
  readonly document: PackDocument<Partial<RuleFile>>;
}

export async function readPacks(
  files: readonly PackFile[],
  findings: Findings,
  memory?: ReadMemory,
): Promise<Sources> {
  const reading = emptyReading(files);
  for (const file of withinLimit(files, findings)) await readInto(reading, file, findings, memory);
  for (const [folder, header] of reading.headers)
    if (header === null) tellMissingHeader(folder, files, findings);
  return reading;
}

interface Reading extends Sources {
  readonly headers: Map<string, PackDocument<Partial<PackHeader>> | null>;
  readonly catalogues: PackDocument<CatalogueFile>[];
  readonly lists: PackDocument<ListsFile>[];
  readonly asks: PackDocument<AsksFile>[];
  readonly flowcharts: PackDocument<Partial<FlowchartFile>>[];
  readonly rules: RuleSource[];
  readonly unreadable: Record<"facts" | "lists" | "asks" | "rules", Set<string>>;
}

const emptyReading = (files: readonly PackFile[]): Reading => ({
  headers: new Map(files.map(({ pack }) => [pack, null])),
  catalogues: [],
  lists: [],
  asks: [],
  flowcharts: [],
  rules: [],
  unreadable: { facts: new Set(), lists: new Set(), asks: new Set(), rules: new Set() },
});

/** In the order of code units, so that the order in which a disk lists files has no say. */
function withinLimit(files: readonly PackFile[], findings: Findings): readonly PackFile[] {
  const sorted = [...files].sort((a, b) => compare(a.pack, b.pack) || compare(a.path, b.path));
  const tooMany = sorted[limits.packFiles];
  if (tooMany !== undefined) {
    const message = `There are ${sorted.length} files; the tool reads ${limits.packFiles}.`;
    findings.take([
      {
        file: tooMany.shownAs,
        line: 1,
        column: 1,
        code: "too-many-files",
        message,
        hint: "Divide the pack.",
      },
    ]);
  }
  return sorted.slice(0, limits.packFiles);
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

// The schema was checked for each: what is left of a value has the type of its format.
async function readInto(
  reading: Reading,
  file: PackFile,
  findings: Findings,
  memory: ReadMemory | undefined,
): Promise<void> {
  const is = fileKind(file.path);
  if (is.kind === "unexpected") {
    findings.take([
      {
        file: file.shownAs,
        line: 1,
        column: 1,
        code: "unexpected-file",
        message: "A pack has no file of this name.",
        hint: is.hint,
      },
    ]);
    return;
  }
  const document = await readDocument(file, is.kind, findings, memory);
  switch (is.kind) {
    case "pack":
      reading.headers.set(file.pack, document);
      break;
    case "catalogue":
      keep(
        document as PackDocument<CatalogueFile> | null,
        reading.catalogues,
        reading.unreadable.facts,
        file,
      );
      break;
    case "lists":
      keep(document as PackDocument<ListsFile> | null, reading.lists, reading.unreadable.lists, file);
      break;
    case "asks":
      keep(document as PackDocument<AsksFile> | null, reading.asks, reading.unreadable.asks, file);
      break;
    case "flowchart":
      if (document !== null) reading.flowcharts.push(document);
      break;
    case "rule":
      if (document === null) reading.unreadable.rules.add(is.id);
      else reading.rules.push({ area: is.area, id: is.id, document });
  }
}

function keep<Source>(
  document: PackDocument<Source> | null,
  documents: PackDocument<Source>[],
  names: Set<string>,
  file: PackFile,
): void {
  if (document !== null) documents.push(document);
  else for (const [, name = ""] of file.text.matchAll(topLevelKey)) names.add(name);
}

/** Near enough to what the file would declare to know that a name is not a slip of the pen. */
const topLevelKey = /^["']?([A-Za-z0-9.-]+)["']?[ \t]*:/gm;

function tellMissingHeader(folder: string, files: readonly PackFile[], findings: Findings): void {
  const own = files.filter(({ pack }) => pack === folder);
  const [first] = own;
  if (first === undefined || own.some(({ path }) => path === "pack.yaml")) return;
  const file = `${first.shownAs.slice(0, first.shownAs.length - first.path.length)}pack.yaml`;
  const hint = "Write one with id, version, title, minimum-tool-version, maintainers, languages and areas.";
  findings.take([
    {
      file,
      line: 1,
      column: 1,
      code: "pack-file-missing",
      message: `The pack ${folder} has no pack.yaml.`,
      hint,
    },
  ]);
}
