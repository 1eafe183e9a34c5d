import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node.js";

/** What the server complains of; lines and columns count from 1, as in everything that this tool prints. */
export interface Complaint {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface Proposal {
  readonly label: string;
  readonly insertText: string;
  readonly documentation: string;
}

/** A text with the place of the cursor, marked by ¦. */
type Marked = string;

export interface Editor {
  diagnose(path: string, text: string): Promise<readonly Complaint[]>;
  complete(path: string, text: Marked): Promise<readonly Proposal[]>;
  hover(path: string, text: Marked): Promise<string>;
  stop(): Promise<void>;
}

interface Diagnostics {
  readonly uri: string;
  readonly diagnostics: readonly {
    readonly message: string;
    readonly range: { readonly start: { readonly line: number; readonly character: number } };
  }[];
}

/**
 * Runs yaml-language-server on a folder, as an editor would.
 *
 * @param settings what an editor would read from its settings for `yaml`
 */
export async function openEditor(
  folder: string,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<Editor> {
  const program = createRequire(import.meta.url).resolve("yaml-language-server/bin/yaml-language-server");
  const server = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const waiting = new Map<string, (diagnostics: Diagnostics["diagnostics"]) => void>();
  connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }: Diagnostics) => {
    waiting.get(uri)?.(diagnostics);
  });
  await introduce(connection, folder, {
    validate: true,
    hover: true,
    completion: true,
    ...offline,
    ...settings,
  });
  const freeUri = (path: string, count = 1): string => {
    const name = count === 1 ? path : path.replace(/(?=[^/]*$)/, `open-${count}-`);
    const uri = pathToFileURL(join(folder, name)).href;
    return waiting.has(uri) ? freeUri(path, count + 1) : uri;
  };
  /** A document of its own for every question; its diagnostics come once its schema is read. */
  const open = async (path: string, text: string) => {
    const uri = freeUri(path);
    const diagnostics = await new Promise<Diagnostics["diagnostics"]>((resolve) => {
      waiting.set(uri, resolve);
      const textDocument = { uri, languageId: "yaml", version: 1, text };
      void connection.sendNotification("textDocument/didOpen", { textDocument });
    });
    return { uri, diagnostics };
  };
  const ask = async <Answer>(method: string, path: string, marked: Marked): Promise<Answer> => {
    const { text, position } = cursorIn(marked);
    const { uri } = await open(path, text);
    return connection.sendRequest<Answer>(method, { textDocument: { uri }, position });
  };
  return {
    diagnose: async (path, text) => (await open(path, text)).diagnostics.map(complaint),
    complete: async (path, text) => proposals(await ask("textDocument/completion", path, text)),
    hover: async (path, text) => {
      const found = await ask<{ contents: { value: string } } | null>("textDocument/hover", path, text);
      return found?.contents.value ?? "";
    },
    stop: async () => {
      await connection.sendRequest("shutdown");
      void connection.sendNotification("exit");
      await ended;
      connection.dispose();
    },
  };
}

const offline = { schemaStore: { enable: false }, kubernetesCRDStore: { enable: false } };

/** Shakes hands; ends once the server has asked for its settings. */
async function introduce(connection: MessageConnection, folder: string, settings: object): Promise<void> {
  const configured = new Promise<void>((resolve) => {
    connection.onRequest("workspace/configuration", ({ items }: { items: { section: string }[] }) => {
      setImmediate(resolve);
      return items.map(({ section }) => (section === "yaml" ? settings : null));
    });
  });
  connection.listen();
  const rootUri = pathToFileURL(folder).href;
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: "pack" }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: {
        hover: { contentFormat: ["markdown"] },
        completion: { completionItem: { snippetSupport: true, documentationFormat: ["plaintext"] } },
      },
    },
  });
  await connection.sendNotification("initialized", {});
  await configured;
}

function cursorIn(marked: Marked): { text: string; position: { line: number; character: number } } {
  const [before, after, ...others] = marked.split("¦");
  if (before === undefined || after === undefined || others.length > 0)
    throw new Error("The text needs one place of the cursor, marked by ¦.");
  const lines = before.split("\n");
  return {
    text: before + after,
    position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 },
  };
}

const complaint = ({ message, range }: Diagnostics["diagnostics"][number]): Complaint => ({
  line: range.start.line + 1,
  column: range.start.character + 1,
  message,
});

interface Completion {
  readonly label: string;
  readonly insertText?: string;
  readonly documentation?: string | { readonly value: string };
}

function proposals(found: { items: readonly Completion[] } | readonly Completion[]): Proposal[] {
  const items = "items" in found ? found.items : found;
  return items.map(({ label, insertText = "", documentation = "" }) => ({
    label,
    insertText,
    documentation: typeof documentation === "string" ? documentation : documentation.value,
  }));
}
