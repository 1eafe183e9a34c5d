import { describe, expect, it } from "vitest";
import { rootNames } from "../../../../facts/import/formats/root-name.ts";

describe("the names that a root element may have", () => {
  it.each([
    ["<Settings a='1'>", ["Settings"]],
    ["<?xml version='1.0'?>\n<!-- <Other> -->\n<t:Settings>", ["Settings"]],
    ["<!DOCTYPE x>\n<Settings>", ["x", "Settings"]],
    ["<!DOCTYPE x [ <!ENTITY a 'b'> ]>\n<Settings>", ["x", "Settings"]],
    ["<!DOCTYPE Settings SYSTEM 'file:///odd'", ["Settings"]],
    ["no element at all", []],
    ["<!-- never closed <Settings>", []],
  ])("%s: %o", (head, names) => {
    expect(rootNames(head)).toEqual(names);
  });
});
