// Loaded only where DEV=1: the page loads itself anew once the server has started again with what was changed.
let first: string | undefined;

setInterval(async () => {
  const now = await boot();
  first ??= now;
  if (document.visibilityState === 'visible' && now !== undefined && now !== first) location.reload();
}, 500);

/** What names this run of the server; undefined while it is down. */
async function boot(): Promise<string | undefined> {
  try {
    const answer = await fetch('/dev/boot');
    return answer.ok ? await answer.text() : undefined;
  } catch {
    return undefined;
  }
}
