import type { Node, Scalar } from "yaml";
import type { ValuePath } from "./positions.ts";
import type { Yaml } from "./yaml-tokens.ts";
import { keyText } from "./yaml-value.ts";

export interface YamlSpan {
  readonly key: Scalar | undefined;
  readonly node: Node | undefined;
  readonly isFound: boolean;
}

/** Follows a path through a composed document as far as it leads. */
export function findInYaml(yaml: Yaml, root: Node | null, path: ValuePath): YamlSpan {
  let span: YamlSpan = { key: undefined, node: root ?? undefined, isFound: true };
  for (const step of path) {
    const next = child(yaml, span.node, step);
    if (next === undefined) return { ...span, isFound: false };
    span = next;
  }
  return span;
}

function child(yaml: Yaml, node: Node | undefined, step: string | number): YamlSpan | undefined {
  if (yaml.isMap(node)) {
    for (const { key, value } of node.items) {
      if (!yaml.isScalar(key) || keyText(key) !== String(step)) continue;
      return { key, node: yaml.isNode(value) ? value : undefined, isFound: true };
    }
  }
  const item = yaml.isSeq(node) && typeof step === "number" ? node.items[step] : undefined;
  return yaml.isNode(item) ? { key: undefined, node: item, isFound: true } : undefined;
}
