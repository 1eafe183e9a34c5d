import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redactSecrets } from "../../../schemas/values/redact.ts";

const secret = "hunTer2-x9";
const pem = ["-----BEGIN RSA PRIVATE KEY-----", "MIIEpAIBAAKCAQEA7", "q0+/AbC="].join("\n");

/** Each holds the secret once. */
const carriers = [
  `http://svc:${secret}@proxy.contoso.example:8080`,
  `https://svc:a/${secret}@proxy.contoso.example`,
  `https://svc:a@${secret}@proxy.contoso.example`,
  `password=${secret}`,
  `Password: ${secret}`,
  `ProxyPassword = "${secret}"`,
  `pwd=${secret};Database=x`,
  `Server=a;Password=a;b${secret};Database=b`,
  `{"client_secret": "${secret}", "grant": "x"}`,
  `{"password": "a\\"${secret}"}`,
  `{\\"apiKey\\":\\"${secret}\\"}`,
  `<Password>${secret}</Password>`,
  `<AdministratorPassword>\n  <Value>${secret}</Value>`,
  `<Password plain="true">${secret}</Password>`,
  `<add key="ProxyPassword" value="${secret}" />`,
  `<add name="ProxyPassword" type="string" value="${secret}" />`,
  `<setting name="Password" serializeAs="String"><value>${secret}</value>`,
  `<proxy password='${secret}'/>`,
  `"DefaultPassword"="${secret}"`,
  `cmdkey /add:host /user:svc /pass:${secret}`,
  `Connect-Thing -Password ${secret} -Force`,
  `Connect-Thing -Password (ConvertTo-SecureString "${secret}" -AsPlainText -Force)`,
  `tool --client-secret '${secret}'`,
  `Authorization: Bearer ${secret}`,
  `Authorization: Basic ${secret}==`,
  `authorization="Bearer ${secret}"`,
  `Cookie: a=1; session=${secret}; b=2`,
  `Set-Cookie: session=${secret}; Path=/`,
  `https://store.example/?sv=1&sig=${secret}&se=2`,
  `AccountName=x;AccountKey=${secret}==;EndpointSuffix=y`,
  `SharedAccessKey=${secret}=`,
  `access_token=Bearer ${secret}`,
  `x-ms-access-token: ${secret}`,
  `PASSPHRASE:=${secret}`,
  `connectionString="Server=a;${secret}"`,
];

describe("a secret", () => {
  it.each(carriers)("does not survive in %s", (text) => {
    const redacted = redactSecrets(`before ${text} after\nnext line`);
    expect(redacted).not.toContain(secret);
    expect(redacted).toContain("[redacted:");
    expect(redacted).toContain("before ");
    expect(redacted).toContain("next line");
  });

  it.each([
    ["a web token", "got eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl done", "eyJ"],
    ["a web token without its signature", "x%22eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0", "eyJ"],
    ["a bearer token in a sentence", "sent Bearer abcDEF123456 to it", "abcDEF"],
    ["a client secret of Entra", "value Ab1\u0038Q~aaaaaaaaaabbbbbbbbbbccccccccccdddd end", "aaaaaaaaaa"],
    ["the code of an OAuth answer", "https://x.example/?code=0.AXoAbcdefghijklmnop1234&state=9", "AXoA"],
    ["a protected blob", "01000000D08C9DDF0115D1118C7A00C04FC297EB01000000", "0115D1"],
    ["a private key", `a\n${pem}\n-----END RSA PRIVATE KEY-----\nb`, "MIIE"],
    ["a private key with its end cut off", `a\n${pem}`, "MIIE"],
    ["a private key in one escaped line", `{"k":"${pem.replace(/\n/g, "\\n")}"}`, "MIIE"],
    [
      "a private key with a header",
      "-----BEGIN PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00FF\n\nMIIE",
      "MIIE",
    ],
    [
      "a private key between log prefixes",
      `${pem.replace(/\n/g, "\n[12:00] ")}\n-----END RSA PRIVATE KEY-----`,
      "MIIE",
    ],
  ])("%s does not survive", (_, text, sign) => {
    expect(text).toContain(sign);
    expect(redactSecrets(text)).not.toContain(sign);
  });

  it("leaves what stands around it readable", () => {
    expect(redactSecrets("http://svc:pw@proxy.contoso.example:8080/x")).toBe(
      "http://[redacted:userinfo]@proxy.contoso.example:8080/x",
    );
    expect(redactSecrets('<add key="ProxyPassword" value="x1" />')).toBe(
      '<add key="ProxyPassword" value="[redacted:password]" />',
    );
    expect(redactSecrets("Server=a;Password=b;Database=c")).toBe(
      "Server=a;Password=[redacted:password];Database=c",
    );
    expect(redactSecrets('{"token": "x1", "port": 8443}')).toBe(
      '{"token": "[redacted:token]", "port": 8443}',
    );
    expect(redactSecrets(`a\n${pem}\n-----END RSA PRIVATE KEY-----\nThe end.`)).toBe(
      "a\n[redacted:private-key]\nThe end.",
    );
  });
});

describe("a text without secrets", () => {
  it.each([
    "The connector's trust certificate expired on 2026-11-20.",
    "The password of the proxy was refused.",
    "Could not get a token: AADSTS700016: Application was not found.",
    "Unable to refresh token: failed",
    "exit code=1603, error code: 0x80072ee7",
    "System.Web, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
    '<defaultProxy enabled="true" useDefaultCredentials="true">',
    "Bypass-List : (none)",
    '<bypasslist><add address="[a-z]+\\.contoso\\.example" /></bypasslist>',
    "https://learn.microsoft.com/en-us/entra/global-secure-access/how-to-configure-connectors",
    "https://contoso.example/users/@me",
    "http://[2001:db8::17]:8443/a@b",
    "Thumbprint 4905E12A00F3C4D5B6978877665544332211AABB",
    "Windows 10.0.17763.1, connector 1.5.4287.0, d3590ed6-52b3-4102-aeff-aad2292ab01c",
    "Basic authentication is not supported; Negotiate succeeded.",
    "<Password></Password>",
    'Password=""',
    "-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----",
    "Microsoft.AspNetCore.Authorization.DefaultAuthorizationService",
  ])("stays as it is: %s", (text) => {
    expect(redactSecrets(text)).toBe(text);
  });
});

describe("redacting", () => {
  const piece = fc.constantFrom(
    ...[
      "password",
      "token",
      "sig",
      "cookie",
      "Authorization",
      "Bearer ",
      "=",
      ":",
      ": ",
      ";",
      "&",
      ",",
      " ",
      "\n",
    ],
    ...[
      '"',
      "'",
      '\\"',
      "<",
      ">",
      "</",
      "/>",
      "value=",
      "<value>",
      "[redacted:password]",
      "[redacted:token]",
      "(",
      ")",
    ],
    ...[
      "http://",
      "://",
      "@",
      "/",
      "?",
      "#",
      "eyJhbGciOiJ9",
      ".",
      "abcDEF123",
      "a",
      "9",
      "-",
      "-----BEGIN PRIVATE KEY-----",
    ],
  );

  it("twice is the same as once", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const once = redactSecrets(pieces.join(""));
        expect(redactSecrets(once)).toBe(once);
      }),
      { seed: 20261, numRuns: 3_000 },
    );
  });

  it.each([
    "a",
    " ",
    "password=",
    'password="',
    "<password ",
    "://",
    "http://a:b",
    "://@",
    "cookie:",
    "eyJ",
    "eyJabcdefghij.",
    "Bearer ",
    "-pass ",
    "password=;",
    "-----BEGIN PRIVATE KEY-----\n",
    "?code=",
    "token: ",
  ])("a megabyte of %j comes back", (unit) => {
    expect(redactSecrets(unit.repeat(Math.ceil(1_000_000 / unit.length)))).toBeTypeOf("string");
  });
});
