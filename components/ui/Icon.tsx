interface IconProps {
  name: keyof typeof shapes;
}

const shapes = {
  record: <circle cx="8" cy="8" r="5" fill="currentColor" stroke="none" />,
  stopped: <circle cx="8" cy="8" r="4.5" />,
  clear: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M4.1 4.1 11.9 11.9" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4" />
      <path d="M10 10 13.5 13.5" />
    </>
  ),
  flag: <path d="M4.5 14V2.5h7l-1.8 2.8 1.8 2.7h-7" />,
  star: <path d="M8 2.3 9.8 6l4 .5-3 2.8.8 4L8 11.3l-3.6 2 .8-4-3-2.8 4-.5Z" />,
  chart: <path d="M2.5 13.5h11M4.5 11V8M7 11V4.5M9.5 11V7M12 11V5.5" />,
  up: <path d="M8 13V3.5M4 7.5l4-4 4 4" />,
  save: <path d="M8 2.5v7M5 6.8l3 3 3-3M3 12.5h10" />,
  close: <path d="M4 4 12 12M12 4 4 12" />,
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1" />
      <path d="M10.5 5.5v-2a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2" />
    </>
  ),
  path: <path d="M3 8h10M9.5 4.5 13 8 9.5 11.5" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 4.5V8l2.5 1.5" />
    </>
  ),
  filter: <path d="M2.5 4h11M4.5 8h7M6.5 12h3" />,
  down: <path d="M8 3v9.5M4 8.5l4 4 4-4" />,
  folded: <path d="M6.5 5 9.5 8 6.5 11" />,
  unfolded: <path d="M5 6.5 8 9.5 11 6.5" />,
  eye: (
    <>
      <path d="M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8Z" />
      <circle cx="8" cy="8" r="1.8" />
    </>
  ),
  hidden: <path d="M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8ZM3 13 13 3" />,
  help: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M6.3 6.4a1.7 1.7 0 1 1 2.6 1.5c-.6.4-.9.7-.9 1.3M8 11.2v.3" />
    </>
  ),
  warning: <path d="M8 2.5 14 13.5H2ZM8 6.5v3.5M8 11.4v.8" />,
};

/** A drawing in the text's colour. It says nothing by itself: the control that holds it has a name. */
export function Icon({ name }: IconProps) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {shapes[name]}
    </svg>
  );
}
