import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language';
import { type Diagnostic, linter, lintKeymap } from '@codemirror/lint';
import { Annotation, EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { type Node, parseTree } from 'jsonc-parser';
import { message } from '../../../lib/i18n/message';
import { findJsonFlaw, placeInText, problemInText } from '../../../lib/model/json-problem';
import { inWords } from '../../../lib/text/in-words';

/* The editor is a chunk of its own: it is loaded when a JSON view is opened for the first time. */

/** A problem of a JSON text and where it is; line and column count from 1. */
export interface JsonProblem {
  from: number;
  to: number;
  line: number;
  column: number;
  text: string;
  /** All of it in words, with the place and its line. */
  said: string;
}

/** Names that an object has twice: the last one would win without a word. */
const findTwice = (node: Node | undefined): { offset: number; length: number; name: string }[] => {
  const found: { offset: number; length: number; name: string }[] = [];
  const visit = (at: Node): void => {
    const seen = new Set<string>();
    for (const child of at.children ?? []) {
      const key = child.type === 'property' ? child.children?.[0] : undefined;
      if (key) {
        const name = String(key.value);
        if (seen.has(name)) found.push({ offset: key.offset, length: key.length, name });
        seen.add(name);
      }
      visit(child);
    }
  };
  if (node) visit(node);
  return found;
};

/** Finds what is wrong with a JSON text, to the character: its first fault of syntax, or the names that an object has twice. */
export const findJsonProblems = (text: string, twice: (name: string) => string): JsonProblem[] => {
  if (text.trim() === '') return [];
  const at = (from: number, length: number, said: string): JsonProblem => {
    const to = Math.min(text.length, from + length);
    const inAll = inWords(problemInText(text, from, said));
    return { from, to, ...placeInText(text, from), text: said, said: inAll };
  };
  // One fault of syntax is said once: what comes behind it may follow from it.
  const flaw = findJsonFlaw(text);
  if (flaw) return [at(flaw.at, 1, message(flaw.what))];
  return findTwice(parseTree(text)).map(({ offset, length, name }) =>
    at(offset, length, twice(name)),
  );
};

const theme = EditorView.theme({
  '&': { color: 'var(--text)', backgroundColor: 'var(--field)', fontSize: '12px' },
  '.cm-content': { fontFamily: 'var(--mono)', caretColor: 'var(--text)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': {
    color: 'var(--quiet)',
    backgroundColor: 'var(--bar)',
    borderRight: '1px solid var(--line)',
  },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': {
    backgroundColor: 'var(--selected) !important',
  },
  '.cm-tooltip': { color: 'var(--text)', backgroundColor: 'var(--surface)' },
});

const colors = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--key)' },
  { tag: tags.string, color: 'var(--value-string)' },
  { tag: tags.number, color: 'var(--value-number)' },
  { tag: [tags.bool, tags.null], color: 'var(--value-special)' },
]);

/** On a change that was made elsewhere. */
const elsewhere = Annotation.define<true>();

/** An editor in the document. */
export interface OpenedEditor {
  /** Shows a text that was changed elsewhere. */
  setText(text: string): void;
  focus(): void;
  close(): void;
}

interface EditorOptions {
  text: string;
  label: string;
  twice(name: string): string;
  onText(text: string): void;
  onProblems(problems: readonly JsonProblem[]): void;
}

/** Opens an editor for JSON in an element. */
export const openJsonEditor = (
  parent: HTMLElement,
  { text, label, twice, onText, onProblems }: EditorOptions,
): OpenedEditor => {
  /** Texts that were typed and did not come back yet: who types fast is ahead of what is rendered. */
  let told: string[] = [];
  const check = (state: EditorState) => {
    const problems = findJsonProblems(state.doc.toString(), twice);
    onProblems(problems);
    return problems;
  };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        json(),
        bracketMatching(),
        indentOnInput(),
        syntaxHighlighting(colors),
        theme,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label }),
        linter(
          (shown) =>
            findJsonProblems(shown.state.doc.toString(), twice).map(
              ({ from, to, text: said }): Diagnostic => ({
                from,
                to,
                severity: 'error',
                message: said,
              }),
            ),
          { delay: 150 },
        ),
        keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap, indentWithTab]),
        EditorView.updateListener.of(({ docChanged, state, transactions }) => {
          if (!docChanged) return;
          if (!transactions.every((each) => each.annotation(elsewhere))) {
            const typed = state.doc.toString();
            told.push(typed);
            onText(typed);
          }
          check(state);
        }),
      ],
    }),
  });
  check(view.state);
  return {
    setText(next) {
      const { doc } = view.state;
      const echo = told.lastIndexOf(next);
      told = doc.toString() === next ? [] : told.slice(echo + 1);
      if (doc.toString() === next || echo >= 0) return;
      view.dispatch({
        changes: { from: 0, to: doc.length, insert: next },
        annotations: elsewhere.of(true),
      });
    },
    focus: () => view.focus(),
    close: () => view.destroy(),
  };
};
