type ShownProps = {
  /** The address that the conversation's parts hang on. */
  base: string;
  stretch: { messages: readonly { seq: number }[]; later: boolean };
  lastSeq: number;
};

/** Says that what stands here was read, where no script can: by asking for a picture that nobody sees. */
export const Shown = ({ base, stretch, lastSeq }: ShownProps) => {
  const seq = stretch.later ? (stretch.messages.at(-1)?.seq ?? 0) : lastSeq;
  return (
    <noscript>
      <img class="sr-only" src={`${base}/seen.gif?seq=${seq}`} alt="" width="1" height="1" />
    </noscript>
  );
};
