import { describe, expect, it } from "vitest";
import { findSymptom } from "../../engine/reported-symptoms.ts";
import { rule, rulebook, some } from "../support/small-rulebook.ts";

const symptom = (id: string, title: string, ...said: readonly string[]) =>
  rule(id, some("reported.symptoms", null), { kind: "symptom", title, said });

const symptoms = rulebook(
  [],
  [
    symptom("bad-gateway", "Users see that the gateway is bad", "502", "BadGateway"),
    symptom("gateway-time-out", "Users see a gateway time-out", "504", "The gateway did not answer in time"),
    symptom("door-off", "The door does not move", "off"),
  ],
);

describe("the symptom that a caller means", () => {
  it.each([
    ["bad-gateway", "bad-gateway"],
    ["502", "bad-gateway"],
    ["HTTP 502.", "bad-gateway"],
    ["Error 504: the page is not there", "gateway-time-out"],
    ["(504)", "gateway-time-out"],
    ["BADGATEWAY", "bad-gateway"],
    ["It says: The gateway did not answer in time!", "gateway-time-out"],
    ["gateway did not answer", "gateway-time-out"],
    ["the door is off", "door-off"],
  ])("%j is known by its id or by what is on the screen", (said, id) => {
    expect(findSymptom(symptoms, said)).toEqual({ rule: id });
  });

  it.each([
    "1502",
    "5020",
    "502.3",
    "1.502",
    "HTTP502",
    "502a",
    "AADSTS50234",
    "504,7",
    "the office door",
    "50",
    "2",
  ])("%j is not taken for a number or word that it only holds", (said) => {
    expect(findSymptom(symptoms, said)).toHaveProperty("nearest");
  });

  it("is asked for where several fit", () => {
    expect(findSymptom(symptoms, "first 502, then 504")).toEqual({
      nearest: ["bad-gateway", "gateway-time-out"],
    });
  });
});
