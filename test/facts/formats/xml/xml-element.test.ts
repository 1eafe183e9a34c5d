import { describe, expect, it } from "vitest";
import { readXml } from "../../../../facts/formats/xml/read-xml.ts";
import { elementsAt } from "../../../../facts/formats/xml/xml-element.ts";

const trustSettings = `<?xml version="1.0" encoding="utf-8"?>
<ConnectorTrustSettingsFile xmlns:xsd="http://www.w3.org/2001/XMLSchema">
  <CloudProxyTrust>
    <Thumbprint>
      0012E500000000000000000000000000000000A1
    </Thumbprint>
    <IsInUserStore>true</IsInUserStore>
  </CloudProxyTrust>
</ConnectorTrustSettingsFile>
`;

const serviceConfig = `<configuration>
  <system.net>
    <defaultProxy enabled="true">
      <proxy usesystemdefault="False"
             proxyaddress=" http://proxy.contoso.example:8443 " />
    </defaultProxy>
  </system.net>
  <appSettings>
    <add key="TraceFilename" value="c:\\logs\\a.log" />
    <add key="Empty" value="" />
  </appSettings>
</configuration>`;

async function found(text: string, path: string): Promise<[string, number][]> {
  const read = await readXml(text);
  if ("refused" in read) throw new Error(read.refused.message);
  return elementsAt(read.value, path).map((match) => [match.text, match.line]);
}

describe("finding elements by path", () => {
  it.each<[string, string, string, [string, number][]]>([
    [
      "text without outer white space",
      trustSettings,
      "ConnectorTrustSettingsFile/CloudProxyTrust/Thumbprint",
      [["0012E500000000000000000000000000000000A1", 4]],
    ],
    [
      "an attribute",
      serviceConfig,
      "configuration/system.net/defaultProxy/proxy/@proxyaddress",
      [["http://proxy.contoso.example:8443", 4]],
    ],
    [
      "an attribute of an element on the way",
      serviceConfig,
      "configuration/system.net/defaultProxy/@enabled",
      [["true", 3]],
    ],
    [
      "every match, in order",
      serviceConfig,
      "configuration/appSettings/add/@value",
      [
        ["c:\\logs\\a.log", 9],
        ["", 10],
      ],
    ],
    ["nothing for an attribute that is not there", serviceConfig, "configuration/system.net/@enabled", []],
    ["nothing for another root", serviceConfig, "Configuration/appSettings/add", []],
    ["nothing for another case", trustSettings, "ConnectorTrustSettingsFile/cloudproxytrust/Thumbprint", []],
    ["nothing where a step is missing", trustSettings, "ConnectorTrustSettingsFile/Thumbprint", []],
    ["the root itself", "<Only> 1 </Only>", "Only", [["1", 1]]],
    ["an attribute of the root", "<Only a='7'/>", "Only/@a", [["7", 1]]],
    [
      "elements whatever their prefix",
      "<p:A xmlns:p='u'><p:B>1</p:B><B>2</B></p:A>",
      "A/B",
      [
        ["1", 1],
        ["2", 1],
      ],
    ],
  ])("gives %s", async (_name, text, path, expected) => {
    expect(await found(text, path)).toEqual(expected);
  });
});
