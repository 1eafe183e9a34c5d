// How TypeScript becomes one file.
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** iconv-lite brings tables for all of East Asia; what Windows servers send needs the Japanese one alone. */
const withoutForeignTables = {
  name: "without-foreign-tables",
  setup({ onLoad }) {
    const tables =
      /iconv-lite[\\/]encodings[\\/]tables[\\/](cp936|cp949|cp950|big5-added|gbk-added|gb18030-ranges|eucjp)\.json$/;
    onLoad({ filter: tables }, () => ({ contents: "[]", loader: "json" }));
  },
};

/** commander can start sub-commands as programs of their own. Ours cannot, and child_process is costly to load. */
const withoutChildProcesses = {
  name: "without-child-processes",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, () => ({ path: "child_process", namespace: "nothing" }));
    onLoad({ filter: /.*/, namespace: "nothing" }, () => ({
      contents: "module.exports = {};",
      loader: "js",
    }));
  },
};

export const bundling = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  // CommonJS: json-rules-engine brings in jsonpath-plus, and that needs `require("vm")`.
  format: "cjs",
  target: "node20",
  define: { "import.meta.dirname": "__dirname" },
  plugins: [withoutForeignTables, withoutChildProcesses],
  logLevel: "warning",
};
