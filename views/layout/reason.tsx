/**
 * Why something sent was refused, said beside what was typed. The page's composer looks for `data-reason` in a refusal, and shows its
 * words at the message that stays behind.
 */
export const Reason = ({ text }: { text: string }) => (
  <p class="reason" role="alert" data-reason="">
    {text}
  </p>
);
