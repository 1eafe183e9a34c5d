import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A module of the project as JavaScript in one piece: Node 20 does not read TypeScript. */
export async function bundleEvtx(path) {
  const bundled = await build({
    entryPoints: [path],
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    format: "esm",
    write: false,
    logLevel: "warning",
  });
  return bundled.outputFiles[0].contents;
}

/** The event log reader, and the reader of XML exports that it has to agree with. */
export async function loadEvtx() {
  const names = ["evtx/read-evtx", "evtx/source", "event-xml/read-event-xml"];
  return Object.assign({}, ...(await Promise.all(names.map(load))));
}

async function load(name) {
  const code = await bundleEvtx(`facts/formats/${name}.ts`);
  return import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
}
