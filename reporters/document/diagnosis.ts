import type { Diagnosis, LessPrecise } from "../../schemas/generated/types.ts";
import { type Block, type Finding, joined, labelled, paragraph, type Words } from "./block.ts";
import { type Placed, withConsequences } from "./consequences.ts";
import { fixSteps } from "./fix.ts";
import { named, type Titles } from "./names.ts";
import { notSeen, type SeenOptions, seen } from "./seen.ts";

interface DiagnosisOptions extends SeenOptions {
  readonly titles: Titles;
}

/** A root with its whole fix plan: its own steps first, then those of what it led to. */
export function rootFinding(root: Diagnosis, options: DiagnosisOptions): Finding {
  const [, ...consequences] = withConsequences(root);
  let steps = root.fix.length;
  const led = consequences.map((placed) => {
    const finding = consequenceFinding(placed, { before: steps, own: root.fix.length }, options);
    steps += placed.diagnosis.fix.length;
    return finding;
  });
  const fix = root.fix.length === 0 ? [paragraph("No fix is written down for this.")] : fixSteps(root.fix, 0);
  return {
    ...head(root, [], 0),
    blocks: [
      ...account(root, options),
      labelled("Fix", ...fix),
      ...(led.length === 0 ? [] : [labelled("Led to", ...led)]),
      ...neighbours(root, options),
      ...references(root),
    ],
  };
}

function consequenceFinding(
  placed: Placed,
  steps: { before: number; own: number },
  options: DiagnosisOptions,
): Finding {
  const { diagnosis, depth, parent } = placed;
  const through: Words = parent === undefined || depth < 2 ? [] : [", through ", { code: parent.rule }];
  const then = steps.own === 0 ? "" : `If this is still so after step ${steps.own}:`;
  const plan = fixSteps(diagnosis.fix, steps.before);
  return {
    ...head(diagnosis, through, depth),
    blocks: [
      ...account(diagnosis, options),
      ...(plan.length === 0 ? [] : [labelled("Then", ...(then === "" ? [] : [paragraph(then)]), ...plan)]),
      ...neighbours(diagnosis, options),
      ...references(diagnosis),
    ],
  };
}

function head(diagnosis: Diagnosis, through: Words, depth: number): Omit<Finding, "blocks"> {
  const advisory = diagnosis.kind === "advisory" ? [", advice rather than a fault"] : [];
  const note: Words = [{ code: diagnosis.rule }, ...advisory, ...through];
  const { severity, title, confidence } = diagnosis;
  return { kind: "finding", severity, title, confidence, note, depth };
}

/** Why it is so, and what was seen. */
function account(diagnosis: Diagnosis, options: DiagnosisOptions): readonly Block[] {
  const evidence = seen(diagnosis.evidence, options);
  const open = options.verbose ? notSeen(diagnosis.evidence, options).lines : [];
  return [
    ...(diagnosis.because.trim() === "" ? [] : [labelled("Why", paragraph(diagnosis.because))]),
    labelled("Seen", evidence),
    ...(open.length === 0 ? [] : [labelled("Open", { kind: "seen", lines: open } as const)]),
  ];
}

/** The same fault in other words, and its other causes. */
function neighbours(diagnosis: Diagnosis, { titles }: DiagnosisOptions): readonly Block[] {
  const causes = (rules: readonly string[]) =>
    joined(
      rules.map((rule) => named(rule, titles)),
      "; ",
    );
  const { lessPrecise, alsoCausedBy, mayBeCausedBy } = diagnosis;
  const paragraphs = [
    ...lessPrecise.map((less) => lessPreciseParagraph(less)),
    ...(alsoCausedBy.length === 0
      ? []
      : [paragraph("It has another cause as well: ", ...causes(alsoCausedBy), ".")]),
    ...(mayBeCausedBy.length === 0
      ? []
      : [paragraph("Perhaps caused by this, which is less sure: ", ...causes(mayBeCausedBy), ".")]),
  ];
  return paragraphs.length === 0 ? [] : [labelled("Also", ...paragraphs)];
}

const lessPreciseParagraph = ({ rule, title }: LessPrecise) =>
  paragraph(`The same, said less precisely: ${title} (`, { code: rule }, ").");

function references(diagnosis: Diagnosis): readonly Block[] {
  const pages = diagnosis.references.map(({ title, dated, url, says }) => ({
    kind: "reference" as const,
    title,
    dated,
    url,
    ...(says === undefined ? {} : { says }),
  }));
  return pages.length === 0 ? [] : [labelled("Read", ...pages)];
}
