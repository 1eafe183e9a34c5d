/**
 * Every limit on what the tool reads, in one table. All input comes from strangers: a limit is what stands
 * between a hostile file and a hanging or dying process. Each message that refuses something names its limit.
 */
export const limits = {
  /** Bytes of one fact file. */
  factFileBytes: 64 * 1024 * 1024,
  /** Facts in one fact file. */
  facts: 5_000,
  /** Bytes of one YAML file of a pack. The YAML parser is quadratic in keys and slow in lines. */
  ruleFileBytes: 256 * 1024,
  /** Files of one pack. */
  packFiles: 5_000,
  /** Bytes of all files of one pack together. */
  packBytes: 8 * 1024 * 1024,
  /** Keys of one YAML map. */
  yamlMapKeys: 2_000,
  /** Nesting of YAML collections; deeper text has killed the YAML parser beyond catching. */
  yamlDepth: 32,
  /** Nesting of JSON. */
  jsonDepth: 64,
  /** Nesting of XML elements. */
  xmlDepth: 64,
  /** Nesting of conditions in one rule. */
  conditionDepth: 16,
  /** Facts that are derived one from the other, in a row. */
  derivationDepth: 100,
  /** Characters of one text fact; a longer one is cut and says so. */
  textFactCharacters: 1024 * 1024,
  /** Rows of one list fact. */
  listRows: 50_000,
  /** Different values that sources claim for one fact or field; beyond that nothing is known of it. */
  claims: 1_000,
  /** Parts of one list that are said to have been looked at completely; what is beyond counts as not looked at. */
  coveredParts: 5_000,
  /** Characters of a pattern in a rule. */
  patternCharacters: 512,
  /** Characters of one text that a pattern is tried on. */
  patternInputCharacters: 64 * 1024,
  /** Files of one folder that a customer sent. */
  bundleFiles: 10_000,
  /** Bytes of all files of one folder that a customer sent. */
  bundleBytes: 8 * 1024 * 1024 * 1024,
  /** Bytes of one certificate file. */
  certificateBytes: 64 * 1024,
  /** Bytes of one small settings file (XML or text). */
  settingsFileBytes: 4 * 1024 * 1024,
  /** Characters of one event in an export: of an XML element, a JSON object, a row of a CSV file. */
  eventCharacters: 1024 * 1024,
  /** Events kept as rows of one event fact, the newest. */
  eventRows: 50_000,
  /** Characters of all rows of one event fact: all facts together must fit into a fact file that can be read again. */
  eventRowsCharacters: 8 * 1024 * 1024,
  /** Bytes of a log that comes on standard input, which has to be kept in memory. */
  standardInputBytes: 512 * 1024 * 1024,
  /** Characters of one untrusted string on a screen, page or file. */
  printedCharacters: 500,
  /** Problems printed in one run; the rest is counted. */
  printedProblems: 100,
} as const;

export type LimitName = keyof typeof limits;
