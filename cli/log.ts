import type { Logger } from "pino";
import { safeLine } from "../reporters/safe-text.ts";

export const logLevels = ["silent", "error", "warn", "info", "debug"] as const;
export type LogLevel = (typeof logLevels)[number];

/** What the program does, step by step, for who asks for it. */
export type Log = (
  level: Exclude<LogLevel, "silent">,
  message: string,
  details?: Readonly<Record<string, string | number>>,
) => void;

/** pino is loaded only for who wants to read a log. It writes to stderr; all details stand under one key. */
export async function openLog(level: LogLevel): Promise<Log> {
  if (level === "silent") return () => {};
  const { pino } = await import("pino");
  const logger: Logger = pino({ level, base: null }, pino.destination({ fd: 2, sync: true }));
  return (severity, message, details = {}) => {
    const safe = Object.fromEntries(
      Object.entries(details).map(([key, value]) => [
        key,
        typeof value === "string" ? safeLine(value) : value,
      ]),
    );
    logger[severity]({ details: safe }, message);
  };
}
