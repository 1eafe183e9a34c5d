import { redactNamedSecrets } from "./redact/named-secret.ts";
import { redactPrivateKeys } from "./redact/private-key.ts";
import { redactTokens } from "./redact/token.ts";
import { redactUserinfo } from "./redact/userinfo.ts";

/**
 * Destroys the secrets in a text that came from a stranger's machine: each becomes `[redacted:kind]`. It runs
 * before a fact exists, cannot be switched off, and is best effort in free text. Running it again changes
 * nothing; it takes time linear in the text.
 */
export function redactSecrets(text: string): string {
  return redactTokens(redactNamedSecrets(redactUserinfo(redactPrivateKeys(text))));
}
