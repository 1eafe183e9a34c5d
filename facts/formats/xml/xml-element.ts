export interface XmlNode {
  /** As written, with its prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** In the order of the text. */
  readonly children: readonly XmlNode[];
  /** The element's own text and CDATA put together, with all white space; references are decoded. */
  readonly text: string;
}

/** An element that knows its place. */
export interface XmlElement extends XmlNode {
  readonly children: readonly XmlElement[];
  /** 1-based line on which the start tag begins. */
  readonly line: number;
}

export interface XmlMatch {
  /** The text of the element or the value of the attribute, without outer white space. */
  readonly text: string;
  readonly line: number;
  /** The element itself, or the one that carries the attribute. */
  readonly element: XmlElement;
}

/** The name without its namespace prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => localName(child.name) === name);
}

/** The first child of that name. */
export function childNamed(element: XmlNode, name: string): XmlNode | undefined {
  return element.children.find((child) => localName(child.name) === name);
}

/**
 * Everything at a path, in the order of the text. A path begins with the root and may end in an attribute:
 * `configuration/system.net/defaultProxy/proxy/@proxyaddress`. Upper and lower case count, prefixes do not.
 */
export function elementsAt(root: XmlElement, path: string): readonly XmlMatch[] {
  const [first, ...steps] = path.split("/");
  const attribute = steps.at(-1)?.startsWith("@") ? steps.pop()?.slice(1) : undefined;
  let found: readonly XmlElement[] = localName(root.name) === first ? [root] : [];
  for (const step of steps) found = found.flatMap((element) => childrenNamed(element, step));
  if (attribute === undefined) {
    return found.map((element) => ({ text: element.text.trim(), line: element.line, element }));
  }
  return found.flatMap((element) => {
    const value = element.attributes.get(attribute);
    return value === undefined ? [] : [{ text: value.trim(), line: element.line, element }];
  });
}
