import type { ComponentChildren } from 'preact';
import { useContext, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { matchesItem } from '../../../lib/state/matches-item';
import type { StateItem } from '../../../lib/state/state-item';
import { goTo } from '../../ui/go-to';
import { Icon } from '../../ui/Icon';
import { UnfoldButton } from '../../ui/UnfoldButton';
import { SectionContext } from './section-state';
import { isSectionWanted } from './wanted-section';

interface StateSectionProps {
  /** Part of the element's id: where the strip leads. */
  name: string;
  title: string;
  /** What the section answers. */
  question: string;
  /** The lines in it, for the filter. */
  items?: readonly StateItem[];
  /** Other texts in it that the filter looks into. */
  texts?: readonly string[];
  /** What stands in the place of a section that has nothing to show. */
  empty?: string | undefined;
  children: ComponentChildren;
}

/** A part of the view under its own heading, which folds it. One that is empty is a line until it is opened. */
export function StateSection(props: StateSectionProps) {
  const { name, title, question, items = [], texts = [], empty, children } = props;
  const state = useContext(SectionContext);
  const { term, isSearched, folded, onFold } = state;
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useId();
  const opened = useRef(onFold);
  opened.current = onFold;
  useLayoutEffect(() => {
    if (!isSectionWanted(name)) return;
    opened.current(name, false);
    if (!heading.current) return;
    goTo(heading.current);
    heading.current.scrollIntoView();
  }, [name]);
  const isTitleFound = term !== '' && `${title} ${question}`.toLowerCase().includes(term);
  const isFound =
    term === '' ||
    isTitleFound ||
    items.some((item) => matchesItem(item, term)) ||
    texts.some((text) => text.toLowerCase().includes(term));
  const isFolded = term === '' && !isSearched && (folded[name] ?? empty !== undefined);
  return (
    <section
      class={`state-section ${isFolded ? 'is-folded' : ''}`}
      aria-labelledby={`state-${name}`}
      data-section={name}
      data-folded={isFolded ? '' : undefined}
      hidden={!isFound}
    >
      <h2 ref={heading} id={`state-${name}`} tabIndex={-1}>
        <UnfoldButton
          action="fold-section"
          controls={body}
          isOpen={!isFolded}
          class="section-toggle"
          onToggle={(isOpen) => onFold(name, !isOpen)}
        >
          <Icon name={isFolded ? 'folded' : 'unfolded'} />
          {title}
          {empty !== undefined && isFolded && <span class="section-empty">: {empty}</span>}
        </UnfoldButton>
        <span class="section-question">{question}</span>
      </h2>
      <div id={body} hidden={isFolded}>
        <SectionContext.Provider value={isTitleFound ? { ...state, term: '' } : state}>
          {children}
        </SectionContext.Provider>
      </div>
    </section>
  );
}
