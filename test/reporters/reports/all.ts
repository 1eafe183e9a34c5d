import type { Report } from "../../../schemas/generated/types.ts";
import { almostNothing } from "./almost-nothing.ts";
import { expiredCertificate } from "./expired-certificate.ts";
import { healthy } from "./healthy.ts";
import { nothingFound } from "./nothing-found.ts";
import { winhttpProxy } from "./winhttp-proxy.ts";

export const reports: Record<string, Report> = {
  "winhttp-proxy": winhttpProxy,
  "expired-certificate": expiredCertificate,
  healthy,
  "almost-nothing": almostNothing,
  "nothing-found": nothingFound,
};
