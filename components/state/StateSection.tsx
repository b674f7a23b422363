import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isSectionWanted } from './wanted-section';

interface StateSectionProps {
  /** Part of the element's id: where the strip leads. */
  name: string;
  title: string;
  children: ComponentChildren;
}

/** A part of the view under its own heading. */
export function StateSection({ name, title, children }: StateSectionProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (!isSectionWanted(name)) return;
    heading.current?.scrollIntoView();
    heading.current?.focus({ preventScroll: true });
  }, [name]);
  return (
    <section class="state-section" aria-labelledby={`state-${name}`}>
      <h2 ref={heading} id={`state-${name}`} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}
