import { describe, expect, it } from "vitest";
import { asTyped, calledAs } from "../../cli/called-as.ts";

describe("how the program is called", () => {
  it.each<[what: string, script: string, folder: string, called: string]>([
    ["installed", "/usr/local/bin/connector-doctor", "/home/anna", "connector-doctor"],
    [
      "installed in a project",
      "/srv/desk/node_modules/connector-doctor/dist/connector-doctor.cjs",
      "/srv/desk",
      "connector-doctor",
    ],
    [
      "built in the working folder",
      "/srv/doctor/dist/connector-doctor.cjs",
      "/srv/doctor",
      "node dist/connector-doctor.cjs",
    ],
    [
      "built elsewhere",
      "/srv/my doctor/dist/connector-doctor.cjs",
      "/home/anna",
      'node "/srv/my doctor/dist/connector-doctor.cjs"',
    ],
    ["by something else", "/srv/doctor/bench/run.mjs", "/srv/doctor", "connector-doctor"],
  ])("%s", (_, script, folder, called) => {
    expect(calledAs(script, folder)).toBe(called);
  });

  it("puts words into quotes where they need it", () => {
    expect(asTyped("lint", "my packs/lamps", "--strict")).toMatch(/ lint "my packs\/lamps" --strict$/);
  });
});
