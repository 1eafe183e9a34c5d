import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostMatches, parseHost } from "../../../schemas/values/host.ts";
import { hostPart, parseHostAndPort, portPart } from "../../../schemas/values/host-and-port.ts";

const why = (result: { ok: boolean; why?: string }) => result.why ?? "";

describe("a host", () => {
  it.each([
    ["Proxy.Contoso.Example", "proxy.contoso.example"],
    [" https://proxy.contoso.example/ ", "proxy.contoso.example"],
    ["http://user:p%40ss@proxy.contoso.example/path?x=1#y", "proxy.contoso.example"],
    ["proxy.contoso.example.", "proxy.contoso.example"],
    ["SRV_01", "srv_01"],
    ["xn--bcher-kva.example", "xn--bcher-kva.example"],
    ["Bücher.Example", "bücher.example"],
    ["192.0.2.17", "192.0.2.17"],
    ["[2001:DB8:0:0:0:0:0:17]", "2001:db8::17"],
    ["2001:db8::0:17", "2001:db8::17"],
    ["fe80::1%eth0", "fe80::1"],
    ["::ffff:192.0.2.17", "::ffff:c000:211"],
    ["::", "::"],
    ["1:0:0:2:0:0:0:3", "1:0:0:2::3"],
    ["1:0:2:3:4:5:6:7", "1:0:2:3:4:5:6:7"],
  ])("%s has the normal form %s", (text, normal) => {
    expect(parseHost(text)).toEqual({ ok: true, value: normal });
    expect(parseHost(normal)).toEqual({ ok: true, value: normal });
  });

  it.each([
    ["", /empty/],
    ["https://", /empty/],
    ["proxy.contoso.example:8443", /port/],
    ["*.contoso.example", /wildcard/],
    ["a..b", /two dots/],
    [".contoso.example", /two dots/],
    ["-contoso.example", /letters, digits/],
    ["con toso", /letters, digits/],
    ["CONTOSO\\srv", /letters, digits/],
    ["192.0.2.300", /IPv4/],
    ["192.0.2", /IPv4/],
    ["192.0.2.017", /IPv4/],
    ["1::2::3", /IPv6/],
    ["1:2:3", /IPv6/],
    ["1:2:3:4:5:6:7:8:9", /IPv6/],
    ["12345::", /IPv6/],
    ["[2001:db8::17", /not closed/],
    ["[contoso]", /brackets/],
    [`${"a".repeat(64)}.example`, /longer than 63/],
    [`${"a.".repeat(130)}example`, /at most 253/],
    ["a".repeat(10_000), /at most 8000/],
  ])("%s is refused with a reason", (text, reason) => {
    expect(why(parseHost(text))).toMatch(reason);
  });

  it("may begin with a wildcard where patterns are asked for", () => {
    expect(parseHost("*.MSAppProxy.net", { wildcard: true })).toEqual({
      ok: true,
      value: "*.msappproxy.net",
    });
    expect(why(parseHost("a.*.example", { wildcard: true }))).toMatch(/only at the front/);
    expect(why(parseHost("*.*.example", { wildcard: true }))).toMatch(/wildcard|front/);
  });
});

describe("a wildcard", () => {
  it.each([
    ["*.contoso.example", "proxy.contoso.example", true],
    ["*.contoso.example", "a.b.contoso.example", true],
    ["*.contoso.example", "contoso.example", false],
    ["*.contoso.example", "evilcontoso.example", false],
    ["contoso.example", "contoso.example", true],
    ["contoso.example", "proxy.contoso.example", false],
  ])("%s for %s: %s", (pattern, host, expected) => {
    expect(hostMatches(pattern, host)).toBe(expected);
  });
});

describe("a host and port", () => {
  it.each([
    ["Proxy.Contoso.Example:8443", "proxy.contoso.example:8443", "proxy.contoso.example", 8443],
    [
      "http://user:pw@proxy.contoso.example:08080/",
      "proxy.contoso.example:8080",
      "proxy.contoso.example",
      8080,
    ],
    ["proxy.contoso.example", "proxy.contoso.example", "proxy.contoso.example", null],
    ["https://proxy.contoso.example", "proxy.contoso.example", "proxy.contoso.example", null],
    ["[2001:DB8::17]:8443", "[2001:db8::17]:8443", "2001:db8::17", 8443],
    ["2001:db8::17", "[2001:db8::17]", "2001:db8::17", null],
    ["192.0.2.17:1", "192.0.2.17:1", "192.0.2.17", 1],
  ])("%s has the normal form %s", (text, normal, host, port) => {
    expect(parseHostAndPort(text)).toEqual({ ok: true, value: normal });
    expect(hostPart(normal)).toBe(host);
    expect(portPart(normal)).toBe(port);
    expect(parseHostAndPort(normal)).toEqual({ ok: true, value: normal });
  });

  it.each(["proxy:0", "proxy:65536", "proxy:", "proxy:http", "[::1]:x", "proxy:80 80", "proxy:1e3"])(
    "%s is refused for its port",
    (text) => {
      expect(why(parseHostAndPort(text))).toMatch(/port/);
    },
  );

  it("takes its parts from the normal form of any host and port", () => {
    const name = fc.constantFrom("proxy.contoso.example", "192.0.2.17", "[2001:db8::17]");
    fc.assert(
      fc.property(name, fc.integer({ min: 1, max: 65_535 }), (host, port) => {
        const result = parseHostAndPort(`${host}:${port}`);
        expect(result.ok && portPart(result.value)).toBe(port);
        expect(result.ok && hostPart(result.value)).toBe(host.replace(/[[\]]/g, ""));
      }),
      { seed: 20261, numRuns: 500 },
    );
  });
});
