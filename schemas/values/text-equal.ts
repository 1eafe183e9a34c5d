/** The form in which texts are compared: composed (NFC), lower case in every locale alike, without outer space. */
export function foldText(text: string): string {
  return text.normalize("NFC").toLowerCase().trim();
}

/** Whether two texts say the same; `exact` asks for the same code units. */
export function sameText(a: string, b: string, exact: boolean): boolean {
  return a === b || (!exact && foldText(a) === foldText(b));
}
