// Loaded into a measured process: writes its CPU time in microseconds to the file that BENCH_CPU_FILE names.
process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  require("node:fs").writeFileSync(process.env.BENCH_CPU_FILE, String(user + system));
});
