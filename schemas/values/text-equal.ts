/** The form in which texts are compared: composed (NFC), lower case in every locale alike, without outer space. */
export function foldText(text: string): string {
  return (isAscii(text) ? text : text.normalize("NFC")).toLowerCase().trim();
}

/** Plain text is composed as it is; to ask for it would load the tables of Unicode into every run. */
export function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 0x7f) return false;
  return true;
}

/** Whether two texts say the same; `exact` asks for the same code units. */
export function sameText(a: string, b: string, exact: boolean): boolean {
  return a === b || (!exact && foldText(a) === foldText(b));
}
