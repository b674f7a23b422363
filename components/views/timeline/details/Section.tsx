import type { ComponentChildren } from 'preact';

interface SectionProps {
  title: string;
  children: ComponentChildren;
}

/** A part of the details under its own heading. */
export function Section({ title, children }: SectionProps) {
  return (
    <section class="section">
      <h3>{title}</h3>
      {children}
    </section>
  );
}
