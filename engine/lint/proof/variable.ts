/**
 * Every way in which one thing in the world can be, as far as the questions asked about it can tell: one row a way,
 * and in it for each question whether it holds.
 */
export type Ways = readonly (readonly boolean[])[];

/** One thing that conditions ask about: a fact, how two facts compare, the rows of a list. */
export interface Variable {
  /** null: too many to look at. There may be ways among them that the world does not know, never one too few. */
  ways(): Ways | null;
}

export interface Asked<Question> extends Variable {
  /** The number of the question in each way. */
  ask(question: Question): number;
}

/** More would make a proof slow; nobody asks that much about one thing. */
const mostQuestions = 48;
const mostWays = 256;

export function createVariable<Question>(
  waysFor: (questions: readonly Question[]) => Ways | null,
): Asked<Question> {
  const numbers = new Map<Question, number>();
  const questions: Question[] = [];
  let known: { readonly ways: Ways | null } | undefined;
  return {
    ask(question) {
      const asked = numbers.get(question);
      if (asked !== undefined) return asked;
      known = undefined;
      numbers.set(question, questions.length);
      return questions.push(question) - 1;
    },
    ways() {
      known ??= { ways: questions.length > mostQuestions ? null : distinct(waysFor(questions)) };
      return known.ways;
    },
  };
}

function distinct(ways: Ways | null): Ways | null {
  if (ways === null) return null;
  const different = new Map(ways.map((way) => [way.map(Number).join(""), way]));
  return different.size > mostWays ? null : [...different.values()];
}

/** Something that holds or does not, and of which nothing else is known. */
export const freeVariable = (): Asked<"holds"> => createVariable(() => [[true], [false]]);
