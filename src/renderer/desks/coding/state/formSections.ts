import type { Question } from './form.ts';

/** Questions that follow one another under one heading; null: under none. */
export type FormSection = { heading: string | null; questions: readonly SectionQuestion[] };

export type SectionQuestion = Question & {
  /** The question in words; without any, its variable's name, less what the heading says already. */
  label: string;
};

const between = ' / ';

/** What a name of levels, as in “Frame / Conflict”, has before its last one; null of a name of one level. */
function headingOf({ variable }: Question): string | null {
  const at = variable.name.lastIndexOf(between);
  const heading = at === -1 ? '' : variable.name.slice(0, at).trim();
  const rest = at === -1 ? '' : variable.name.slice(at + between.length).trim();
  return heading === '' || rest === '' ? null : heading;
}

function labelled(question: Question, heading: string | null): SectionQuestion {
  const { name, label } = question.variable;
  const short = heading === null ? name : name.slice(name.lastIndexOf(between) + between.length).trim();
  return { ...question, label: label === '' ? short : label };
}

/** The questions in their order, those that follow one another with the same beginning of their names together. */
export function formSections(questions: readonly Question[]): FormSection[] {
  const runs: { heading: string | null; questions: Question[] }[] = [];
  for (const question of questions) {
    const heading = headingOf(question);
    const last = runs.at(-1);
    if (last?.heading === heading) last.questions.push(question);
    else runs.push({ heading, questions: [question] });
  }
  return runs.map(({ heading, questions: held }) => ({
    heading,
    questions: held.map((question) => labelled(question, heading)),
  }));
}
