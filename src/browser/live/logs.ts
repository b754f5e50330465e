/**
 * Puts a message into the log of its conversation by its number, or renews it. A log that does not reach to the newest
 * message takes none below it, and one that shows an earlier session none of a later one (`session`: whose it is).
 */
export function placeMessage(article: HTMLElement, session: string | undefined): HTMLElement[] {
  const log = document.getElementById(`log-${article.dataset['log']}`);
  if (!log) return [];
  stopTyping(article);
  const known = document.getElementById(article.id);
  if (known && log.contains(known)) return renew(log, known, article);
  const shown = log.closest<HTMLElement>('[data-session]')?.dataset['session'];
  const elsewhere = session !== undefined && shown !== undefined && shown !== session;
  return elsewhere ? [] : insert(log, article);
}

/** The number of a message in its conversation. One that is being sent has the highest. */
const seqOf = (article: HTMLElement): number => Number(article.dataset['seq']);

const articlesOf = (log: HTMLElement): HTMLElement[] => [...log.querySelectorAll<HTMLElement>(':scope > article')];

function insert(log: HTMLElement, article: HTMLElement): HTMLElement[] {
  const seq = seqOf(article);
  const articles = articlesOf(log);
  const next = articles.find((other) => seqOf(other) > seq);
  const before = articles.findLast((other) => seqOf(other) < seq);
  // Above what is loaded it comes when one scrolls there.
  if (!before && next && log.querySelector(':scope > .earlier')) return [];
  if (!next && log.hasAttribute('data-later')) return [];
  const copy = article.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return [];
  if (next) next.before(copy);
  else if (before) before.after(copy);
  else log.append(copy);
  return [copy];
}

/** What was written stays as it is: only what the page showed before the server had it is replaced, at the place it got. */
function renew(log: HTMLElement, known: HTMLElement, article: HTMLElement): HTMLElement[] {
  if (known.dataset['seq'] === article.dataset['seq']) return [];
  known.remove();
  return insert(log, article);
}

/** Who has written does not type any more. */
function stopTyping(article: HTMLElement): void {
  if (article.matches('.theirs')) document.getElementById(`typing-${article.dataset['log']}`)?.replaceChildren();
}
