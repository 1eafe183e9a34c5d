// What dist/connector-doctor.cjs is made of; the build puts the program in. It stands there as a text, because V8
// reads a text it need not understand much faster than code: it is compiled from the code cache that the build left
// beside it, and without one, or with one of another Node, from the text alone.
function start(program, cacheName) {
  const { readFileSync } = require("node:fs");
  const { join } = require("node:path");
  const { setFlagsFromString } = require("node:v8");
  const { Script } = require("node:vm");
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${program}\n})`;
  let cachedData;
  try {
    cachedData = readFileSync(join(__dirname, cacheName));
  } catch {
    cachedData = undefined;
  }
  const script = new Script(wrapped, { filename: __filename, ...(cachedData && { cachedData }) });
  // A short run ends before optimized code pays for its making; long ones are optimized a little later. Set after the
  // script was made, because the code cache is refused under other flags.
  setFlagsFromString("--interrupt-budget=400000");
  script.runInThisContext()(exports, require, module, __filename, __dirname);
  return script;
}

start("THE PROGRAM", "THE CODE CACHE");
