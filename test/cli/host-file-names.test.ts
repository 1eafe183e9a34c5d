import { describe, expect, it } from "vitest";
import { hostFileNames } from "../../cli/host-file-names.ts";

describe("the files of servers", () => {
  it.each([
    ["a full name", ["conn-07.contoso.example"], ["conn-07.contoso.example"]],
    ["no name", [""], ["facts"]],
    ["a name that leads out of the folder", ["../../etc/passwd"], ["etc-passwd"]],
    ["dots alone", [".."], ["facts"]],
    ["an absolute path", ["C:\\Windows\\x"], ["C-Windows-x"]],
    ["what a screen would obey", ["conn\u001b[2J\u202e07"], ["conn-2J-07"]],
    [
      "a device of Windows",
      ["nul", "COM7.contoso.example", "console"],
      ["server-nul", "server-COM7.contoso.example", "console"],
    ],
    ["names that fall together", ["Köln", "K ln", "k-LN"], ["K-ln", "K-ln-2", "k-LN-3"]],
    ["a name beyond all limits", ["x".repeat(7_000)], ["x".repeat(100)]],
  ])("have safe names: %s", (_, hosts, names) => {
    expect(hostFileNames(hosts)).toEqual(names);
  });
});
