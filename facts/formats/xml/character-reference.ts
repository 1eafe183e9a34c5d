const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "'": "&apos;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** How XML writes a character that it cannot hold as it is, in a text or an attribute; itself where it can. */
export const characterReference = (character: string): string => references[character] ?? character;
