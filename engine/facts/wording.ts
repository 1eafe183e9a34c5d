/** How values and conditions read in sentences: one wording for evidence, `because` and explanations. */
export { expectation, whereInWords } from "./condition-wording.ts";
export { describeLiteral, describeReading } from "./value-wording.ts";
