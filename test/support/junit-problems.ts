import type { XmlElement } from './read-xml';

/** What an element may have. */
interface Form {
  attributes: readonly string[];
  required?: readonly string[];
  /** Its elements, in this order; those of one group in any. */
  children?: readonly (readonly string[])[];
  /** Elements of which there may be one. */
  once?: readonly string[];
  hasText?: boolean;
}

const output: Form = { attributes: [], hasText: true };
const failure: Form = { attributes: ['message', 'type'], hasText: true };

/**
 * The structure of a JUnit report by the schema that Jenkins' xUnit plugin holds reports to (`junit-10.xsd`): elements and attributes. Stricter than that in
 * the order within a suite and in numbers, which other schemas want; what of it the command has no use for is a problem here.
 */
const forms: Readonly<Record<string, Form>> = {
  testsuites: {
    attributes: ['name', 'time', 'tests', 'failures', 'errors'],
    children: [['testsuite']],
  },
  testsuite: {
    attributes: [
      ...['name', 'tests', 'failures', 'errors', 'skipped', 'time', 'timestamp'],
      ...['hostname', 'id', 'package', 'group', 'file', 'log', 'url'],
    ],
    required: ['name', 'tests', 'failures', 'errors'],
    children: [['properties'], ['testcase'], ['system-out'], ['system-err']],
    once: ['properties', 'system-out', 'system-err'],
  },
  properties: { attributes: [], children: [['property']] },
  property: { attributes: ['name', 'value'], required: ['name', 'value'] },
  testcase: {
    attributes: ['name', 'classname', 'time', 'group'],
    required: ['name', 'classname'],
    children: [['skipped', 'error', 'failure', 'system-out', 'system-err']],
    once: ['skipped'],
  },
  skipped: { attributes: ['message', 'type'], hasText: true },
  error: failure,
  failure,
  'system-out': output,
  'system-err': output,
};

/** The forms of attributes' texts. `time` is in seconds. */
const texts: Readonly<Record<string, RegExp>> = {
  time: /^\d+(?:\.\d{1,3})?$/,
  tests: /^\d+$/,
  failures: /^\d+$/,
  errors: /^\d+$/,
  skipped: /^\d+$/,
  timestamp: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
};

const counted = { tests: '', failures: 'failure', errors: 'error', skipped: 'skipped' } as const;

const countProblems = ({ attributes, children }: XmlElement): string[] => {
  const cases = children.filter(({ name }) => name === 'testcase');
  return Object.entries(counted).flatMap(([attribute, outcome]) => {
    const { length } = cases.filter(
      (each) => outcome === '' || each.children.some(({ name }) => name === outcome),
    );
    const told = attributes[attribute];
    return told === undefined || Number(told) === length
      ? []
      : [`testsuite: ${attribute} is ${told}, and there are ${length}`];
  });
};

const problemsOf = (element: XmlElement): string[] => {
  const { name, attributes, children, text } = element;
  const form = forms[name];
  if (!form) return [`${name}: no such element`];
  const groups = form.children ?? [];
  const places = children.map((each) => groups.findIndex((group) => group.includes(each.name)));
  const names = children.map((each) => each.name);
  return [
    ...Object.keys(attributes)
      .filter((each) => !form.attributes.includes(each))
      .map((each) => `${name}: no attribute ${each}`),
    ...(form.required ?? [])
      .filter((each) => attributes[each] === undefined)
      .map((each) => `${name}: ${each} is missing`),
    ...Object.entries(attributes)
      .filter(([each, said]) => texts[each]?.test(said) === false)
      .map(([each, said]) => `${name}: ${each} is ${said}`),
    ...children
      .filter((_, index) => places[index] === -1)
      .map((each) => `${name}: no ${each.name} in it`),
    ...(places.some((place, index) => place < (places[index - 1] ?? 0)) && !places.includes(-1)
      ? [`${name}: its elements are in another order`]
      : []),
    ...(form.once ?? [])
      .filter((each) => names.indexOf(each) !== names.lastIndexOf(each))
      .map((each) => `${name}: ${each} more than once`),
    ...(!form.hasText && text.trim() !== '' ? [`${name}: a text in it`] : []),
    ...(name === 'testsuite' ? countProblems(element) : []),
    ...children.flatMap(problemsOf),
  ];
};

/** What is wrong with a JUnit report by its schema, and by its own counts; empty: nothing. */
export const junitProblems = (root: XmlElement): string[] =>
  root.name === 'testsuites' ? problemsOf(root) : [`${root.name}: expected testsuites`];
