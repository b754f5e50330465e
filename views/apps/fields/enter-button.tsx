import { enterPress, pressInput } from '../../../src/apps/fields/shown/inputs.ts';
import type { Words } from '../../../src/i18n/words.ts';

/**
 * What Enter in a text input presses: the first button of the form, which else would be a picker's "Find". Stands before the form,
 * whose id it takes. Whether something new stands in a search then, `wantsFind` tells.
 */
export const EnterButton = ({ form, words }: { form: string; words: Words }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: the tab key does not reach it, and Save is heard once, at the end
  <button
    form={form}
    type="submit"
    class="sr-only"
    name={pressInput}
    value={enterPress}
    tabindex={-1}
    aria-hidden="true"
  >
    {words.common.save}
  </button>
);
