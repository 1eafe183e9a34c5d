import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../..");

export interface SourceFile {
  /** Relative to the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Paths of the project, or names of packages. */
  readonly imports: readonly string[];
}

const statement = /^(?:import|export)\s+(?:type\s+)?(?:[^;"]*?\sfrom\s+)?"([^"]+)"|import\("([^"]+)"\)/gm;

export function sourceFiles(folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
      .map((name) => join(folder, name).replaceAll("\\", "/"))
      .filter((path) => !path.startsWith("schemas/generated/"))
      .sort()
      .map(sourceFile),
  );
}

function sourceFile(path: string): SourceFile {
  const text = readFileSync(join(root, path), "utf8");
  const imports = [...text.matchAll(statement)].map(([, fixed, lazy]) => {
    const target = fixed ?? lazy ?? "";
    return target.startsWith(".") ? relative(root, join(root, dirname(path), target)) : target;
  });
  return { path, text, imports };
}
