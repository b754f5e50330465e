type WritersChangedProps = {
  /** The ids of the lines, with spaces between. */
  lines: string;
  when: 'now' | 'soon';
};

/** Tells a page that its person may write to these lines since now, or not any more: what it shows of them is loaded again. */
export const WritersChanged = ({ lines, when }: WritersChangedProps) => (
  <div data-writers={lines} data-when={when} hidden />
);
