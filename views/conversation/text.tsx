const address = /(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]}])/u;

/** What somebody wrote, as they wrote it: line breaks stay, addresses become links, nothing else is ever taken for markup. */
export const Text = ({ text }: { text: string }) => (
  <div class="text">
    {text.split(address).map((part, place) =>
      place % 2 === 0 ? (
        part
      ) : (
        <a href={part} target="_blank" rel="noopener noreferrer nofollow">
          {part}
        </a>
      ),
    )}
  </div>
);
