import { exitCodes } from "../../cli/exit-codes.ts";
import { cell, table } from "./table.ts";

export function exitCodesTable(): string {
  const rows = Object.values(exitCodes).map(({ code, means }) => [`\`${code}\``, cell(means)]);
  return table(["code", "means"], rows);
}
