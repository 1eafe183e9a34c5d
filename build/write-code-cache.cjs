// Runs the built program over one case and writes what V8 compiled for it: node build/write-code-cache.cjs BUNDLE CACHE ARGS…
const { writeFileSync } = require("node:fs");
const { Script } = require("node:vm");

const [, , bundle, cache, ...args] = process.argv;
const create = Script.prototype.runInThisContext;
const scripts = [];
Script.prototype.runInThisContext = function (...given) {
  scripts.push(this);
  return create.apply(this, given);
};
// A cache that is made under other flags is refused by a Node that starts without them.
require("node:v8").setFlagsFromString = () => {};
process.argv = [process.argv[0], bundle, ...args];
process.stdout.write = () => true;
process.on("exit", () => {
  process.exitCode = 0;
  writeFileSync(cache, scripts[0].createCachedData());
});
require(bundle);
