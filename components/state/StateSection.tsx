import type { ComponentChildren } from 'preact';

interface StateSectionProps {
  /** Part of the element's id: where the strip leads. */
  name: string;
  title: string;
  children: ComponentChildren;
}

/** A part of the view under its own heading. */
export function StateSection({ name, title, children }: StateSectionProps) {
  return (
    <section class="state-section" aria-labelledby={`state-${name}`}>
      <h2 id={`state-${name}`} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}
