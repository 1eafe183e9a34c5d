import type { Literal } from "../../../engine/condition.ts";
import type { ScalarType } from "../../../schemas/fact-types.ts";
import type { Scalar } from "../../../schemas/generated/types.ts";

/** 2026-11-20T12:00:00Z, and the moments that lie around it. */
export const noon = Date.UTC(2026, 10, 20, 12);
export const day = 86_400_000;

export const oneOf = ["running", "stopped", "paused"];

const prints = [
  "5B0C7A94E1D2F3368890AABBCCDDEEFF01234567",
  "A8985D3A65E5E5C4B2D7D66D40C6DD2FB19C5436",
] as const;

/** Small domains, so that values meet: what a fact file says, in spellings of one value too. */
export const raws: Record<ScalarType, readonly Scalar[]> = {
  boolean: [true, false],
  number: [-1, 0, 7, 8.5],
  text: ["Expired", " expired ", "trust certificate EXPIRED", "8443", "b"],
  "one-of": ["running", "stopped", " Paused"],
  timestamp: [
    "2026-10-11T12:00:00Z",
    "2026-11-17T14:00:00+02:00",
    "2026-11-20T12:00:00Z",
    "2026-11-30T12:00:00Z",
    // Known to some hours only.
    "2026-11-20 09:00",
    "2026-11-17",
  ],
  version: ["1.5", "1.05.0", "1.10", "2"],
  thumbprint: [prints[0], "a8:98:5d:3a:65:e5:e5:c4:b2:d7:d6:6d:40:c6:dd:2f:b1:9c:54:36"],
  host: ["proxy.contoso.example", "HTTPS://Odd.contoso.example/", "fabrikam.example"],
  "host-and-port": ["proxy.contoso.example:8443", "proxy.contoso.example", "fabrikam.example:8080"],
};

/** What no value of the type is. */
export const wrong: Record<ScalarType, Scalar> = {
  boolean: 7,
  number: "seven",
  text: false,
  "one-of": "melted",
  timestamp: "yesterday",
  version: "new",
  thumbprint: "A898",
  host: "two words",
  "host-and-port": "proxy.contoso.example:port",
};

/** What rules compare with, in normal forms. */
export const literals: Record<ScalarType, readonly Literal[]> = {
  boolean: [true, false],
  number: [-40, -3, -1, 0, 1, 2, 7, 7.5, 8.5, 10, 50, 100],
  text: ["expired", "Expired", "certificate", "b", "8443"],
  "one-of": oneOf,
  timestamp: [noon - 40 * day, noon - 3 * day, noon, noon + day / 2, noon + 10 * day],
  version: ["1.5", "1.10.1", "2"],
  thumbprint: prints,
  host: ["proxy.contoso.example", "odd.contoso.example", "fabrikam.example"],
  "host-and-port": ["proxy.contoso.example:8443", "fabrikam.example:8080"],
};

/** Parts of texts, and patterns. */
export const parts: readonly string[] = ["expired", "cert", " b", "e", "8443", "contoso"];
export const patterns: readonly string[] = ["exp.*d$", "^t", "[0-9]+", "con?toso"];

export const durations: readonly number[] = [day, 3 * day, 30 * day];
