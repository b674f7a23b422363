import { useEffect, useRef, useState } from 'preact/hooks';
import { message } from '../../../lib/i18n/message';
import { FindBar } from './FindBar';
import { elementOf, type Match } from './find-in-element';
import { followMatches } from './follow-matches';
import { clearPaint, paintRanges } from './paint-matches';

interface ViewFindBarProps {
  /** The view that is looked through. */
  root: Element;
  onClose(): void;
}

const goTo = (match: Match): void => {
  const element = elementOf(match);
  for (let details = element?.closest('details:not([open])'); details; ) {
    details.setAttribute('open', '');
    details = details.parentElement?.closest('details:not([open])');
  }
  element?.scrollIntoView({ block: 'center', inline: 'nearest' });
};

/** Marks a field whose text is the match that is shown; the browser marks no text inside of fields. Returns the end of it. */
const markField = (match: Match | undefined): (() => void) | undefined => {
  if (!match || !('field' in match)) return undefined;
  match.field.setAttribute('data-found-here', '');
  return () => match.field.removeAttribute('data-found-here');
};

/** Looks for a text in what a view shows and in what its fields hold, and goes from one place to the next. */
export function ViewFindBar({ root, onClose }: ViewFindBarProps) {
  const [text, setText] = useState('');
  const [matches, setMatches] = useState<readonly Match[]>([]);
  const [at, setAt] = useState(-1);
  const term = text.trim().toLowerCase();
  // The first match is shown at once, later ones when they are asked for.
  const isFresh = useRef(false);
  useEffect(() => {
    isFresh.current = true;
    setAt(-1);
    if (term === '') return setMatches([]);
    return followMatches(root, term, (found) => {
      setMatches(found);
      if (isFresh.current && found[0]) goTo(found[0]);
      setAt((held) => (isFresh.current ? 0 : Math.max(0, held)));
      isFresh.current = false;
    });
  }, [root, term]);
  const here = Math.min(at, matches.length - 1);
  useEffect(() => {
    paintRanges(matches, matches[here]);
    return markField(matches[here]);
  }, [matches, here]);
  useEffect(() => clearPaint, []);
  const go = (by: 1 | -1) => {
    if (matches.length === 0) return;
    const next = (here + by + matches.length) % matches.length;
    const match = matches[next];
    setAt(next);
    if (match) goTo(match);
  };
  return (
    <FindBar
      label={message('findInView')}
      text={text}
      count={term === '' ? undefined : matches.length}
      at={here}
      onText={setText}
      onGo={go}
      onClose={onClose}
    />
  );
}
