import { describe, expect, it } from "vitest";
import { findSymptom } from "../../engine/reported-symptoms.ts";
import { readShippedPack } from "../laws/read-shipped-pack.ts";

const rulebook = await readShippedPack();

/** Pages as a browser shows them, pasted with everything that stands around the words. */
const pasted: readonly (readonly [said: string, symptom: string])[] = [
  ["Gateway Timeout", "gateway-time-out"],
  ["Status Code: GatewayTimeout", "gateway-time-out"],
  ["HTTP Error 504.", "gateway-time-out"],
  ["This corporate app can’t be accessed right now.\n\nStatus code: Gateway time-out", "gateway-time-out"],
  ["502 Bad Gateway", "bad-gateway"],
  ["BadGateway: This corporate app can't be accessed right now. Please try again later...", "bad-gateway"],
  ["Forbidden", "forbidden"],
  ["403 - Forbidden: Access is denied.", "forbidden"],
  ["This corporate app can't be accessed. You are not authorized to access this application.", "forbidden"],
  [
    "Forbidden: This corporate app can't be accessed. You are not authorized to access this application. " +
      "Authorization failed. Make sure the user has permissions to the internal application.",
    "forbidden",
  ],
  [
    "This corporate app can’t be accessed. You are not authorized to access the application. Authorization failed. " +
      "Make sure to assign the user with access to the application.\nStatus Code: Forbidden",
    "user-must-be-assigned",
  ],
  [
    "AADSTS50105: Your administrator has configured the application Expenses to block users unless they are " +
      "specifically granted ('assigned') access to the application.",
    "user-must-be-assigned",
  ],
  [
    "This corporate app can’t be accessed.\r\nYou are not authorized to access the application.\r\nAuthorization failed. " +
      "Make sure that the user has a license for Microsoft Entra ID P1 or P2.\r\nStatus code: Forbidden",
    "licence-demanded",
  ],
  [
    "Forbidden: This corporate app can't be accessed OR The user could not be authorized. Make sure the user is " +
      "defined in your on-premises AD and that the user has access to the app in your on-premises AD.",
    "user-not-in-directory",
  ],
  [
    "This corporate app can’t be accessed right now. Please try again later… The connector timed out.",
    "app-times-out",
  ],
  ["The connector timed out.\nStatus code: GatewayTimeout", "app-times-out"],
  [
    "InternalServerError: This corporate app can’t be accessed right now. Please try again later… ConnectorError:Unauthorized.",
    "connector-error-unauthorized",
  ],
  ["InternalServerError ... ConnectorError: Unauthorized", "connector-error-unauthorized"],
  [
    "BadGateway: This corporate app can't be accessed. Incorrect Kerberos constrained delegation configuration.",
    "kerberos-misconfigured",
  ],
  ["The website cannot display the page (HTTP 403)", "website-cannot-display"],
  ["Safari: A server with the specified hostname could not be found.", "host-not-found"],
  ["This site can’t be reached. DNS_PROBE_FINISHED_NXDOMAIN", "host-not-found"],
  ["Your connection isn’t private. NET::ERR_CERT_DATE_INVALID", "certificate-warning"],
  ["The error appears only after more than 20 seconds", "error-after-long-wait"],
  ["Need admin approval", "approval-needed"],
  [
    "Connector registration failed: Make sure you are an Application Administrator of your Active Directory to register " +
      "the connector. Error: 'The registration request was denied.'",
    "installation-failed",
  ],
  [
    "Error: 'AADSTS50059: No tenant-identifying information found in either the request'",
    "installation-failed",
  ],
  ["Failed to retrieve the current execution policy for running PowerShell scripts.", "installation-failed"],
  ["The registration window opens and then immediately closes", "sign-in-window-broken"],
  [
    "The connector was unable to connect to the service due to networking issues. The connector tried to access the " +
      "following URL.",
    "connector-cannot-reach-service",
  ],
];

/** What several symptoms could mean, or none. */
const unclear = [
  "Bad gateway, and later Gateway Timeout",
  "This corporate app can't be accessed",
  "Status code:",
  "HTTP 500",
  "Transaction ID: 50240504-1111-4030-8502-123456789012",
  "Port 5020, build 1504",
];

describe("what users paste", () => {
  it.each(pasted)("%j is known", (said, symptom) => {
    expect(findSymptom(rulebook, said)).toEqual({ rule: symptom });
  });

  it.each(unclear)("%j is not taken for a symptom", (said) => {
    expect(findSymptom(rulebook, said)).toHaveProperty("nearest");
  });

  const symptoms = rulebook.rules.filter(({ kind }) => kind === "symptom");
  it.each(symptoms.flatMap((rule) => [rule.title, ...rule.said].map((text) => [text, rule.id] as const)))(
    "%j is said by one symptom alone",
    (text, id) => {
      expect(findSymptom(rulebook, text)).toEqual({ rule: id });
    },
  );
});
