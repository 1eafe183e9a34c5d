// Writes schemas/generated/: the complete JSON Schemas, the TypeScript types and the validators.
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { compile } from "json-schema-to-typescript";
import { conditionSchema } from "./condition-schema.mjs";

const formats = new URL("../schemas/formats/", import.meta.url);
const generated = new URL("../schemas/generated/", import.meta.url);

async function readOperators() {
  const entry = fileURLToPath(new URL("../schemas/operators.ts", import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: "esm", write: false });
  const module = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  return module.operators;
}

async function readSchemas() {
  const names = (await readdir(formats)).filter((name) => name.endsWith(".schema.json")).sort();
  const schemas = new Map();
  for (const name of names) schemas.set(name, JSON.parse(await readFile(new URL(name, formats), "utf8")));
  schemas.set("condition.schema.json", conditionSchema(await readOperators()));
  return schemas;
}

/** One schema with local references only: the type generator does not follow cycles that run through files. */
function inOneFile(schemas) {
  const definitions = {};
  for (const [file, { definitions: own = {}, ...root }] of schemas) {
    definitions[file] = withLocalReferences(root, file);
    for (const [name, schema] of Object.entries(own))
      definitions[`${file}:${name}`] = withLocalReferences(schema, file);
  }
  return {
    title: "Formats",
    type: "object",
    additionalProperties: false,
    required: [...schemas.keys()],
    properties: Object.fromEntries(
      [...schemas.keys()].map((file) => [file, { $ref: `#/definitions/${file}` }]),
    ),
    definitions,
  };
}

function withLocalReferences(node, file) {
  if (Array.isArray(node)) return node.map((item) => withLocalReferences(item, file));
  if (node === null || typeof node !== "object") return node;
  if (typeof node.$ref === "string") {
    const [target, name] = node.$ref.split("#/definitions/");
    return { $ref: `#/definitions/${target || file}:${name}` };
  }
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => key !== "$id" && key !== "$schema")
      .map(([key, value]) => [key, withLocalReferences(value, file)]),
  );
}

async function writeTypes(schemas) {
  const types = await compile(inOneFile(schemas), "Formats", {
    bannerComment: "/** Made by `npm run generate` from schemas/formats/; changes here are lost. */",
    format: false,
    ignoreMinAndMaxItems: true,
  });
  await writeFile(new URL("types.ts", generated), types);
}

/** Several files, so that a run loads only what it needs: a diagnosis with the built rulebook checks a fact file only. */
const validatorFiles = {
  "fact-file": ["fact-file"],
  "pack-files": ["pack", "catalogue", "lists", "asks", "rule", "flowchart"],
  case: ["case"],
  report: ["report"],
};

async function writeValidators(schemas) {
  for (const [file, names] of Object.entries(validatorFiles)) {
    const ajv = new Ajv({
      strict: true,
      strictTypes: false,
      allowUnionTypes: true,
      ownProperties: true,
      allErrors: file !== "fact-file",
      messages: false,
      inlineRefs: false,
      code: { source: true },
    });
    for (const schema of schemas.values()) ajv.addSchema(schema);
    const exports = Object.fromEntries(names.map((name) => [exportName(name), `${name}.schema.json`]));
    await writeFile(new URL(`validate-${file}.cjs`, generated), standaloneCode(ajv, exports));
    await writeFile(new URL(`validate-${file}.d.cts`, generated), validatorTypes(Object.keys(exports)));
  }
}

/** `case` is a word of the language. */
function exportName(name) {
  if (name === "case") return "caseFile";
  return name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}

function validatorTypes(names) {
  return `export interface SchemaError { keyword: string; instancePath: string; schemaPath: string; params: Record<string, unknown> }
export interface Validator { (value: unknown): boolean; errors?: SchemaError[] | null }
${names.map((name) => `export const ${name}: Validator;`).join("\n")}
`;
}

export async function generate() {
  const folder = new URL("formats/", generated);
  await mkdir(folder, { recursive: true });
  const schemas = await readSchemas();
  for (const [name, schema] of schemas) {
    await writeFile(new URL(name, folder), `${JSON.stringify(schema, null, 2)}\n`);
  }
  await writeTypes(schemas);
  await writeValidators(schemas);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generate();
