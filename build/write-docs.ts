import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { documentationPages } from "./docs/pages.ts";

const root = join(import.meta.dirname, "..");

/** Writes what has changed, and says so. */
async function writeDocs(): Promise<void> {
  for (const { path, written, fresh } of await documentationPages(root)) {
    if (written === fresh) continue;
    writeFileSync(join(root, path), fresh);
    console.log(`${path} was brought up to date.`);
  }
}

void writeDocs();
