import { SignIn } from '../../../views/sign-in/sign-in.tsx';
import type { Asked } from '../env.ts';
import { type Typed, typedText } from '../guard/entered.ts';
import { localPath } from '../local-path.ts';
import { barePage } from '../page.tsx';
import { keptIn } from './kept.ts';

/** Asks for email and password once more, with everything that the form before carried. */
export const askPassword = async (
  c: Asked,
  typed: Typed,
  error: string,
  status: 422 | 429 | 503 = 422,
): Promise<Response> => {
  const { words } = c.var;
  const props = {
    words,
    error,
    email: typedText(typed, 'email'),
    next: localPath(typedText(typed, 'next')),
    kept: keptIn(typed),
  };
  return await barePage(c, { title: words.signIn.title, children: <SignIn {...props} /> }, status);
};
