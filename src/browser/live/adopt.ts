/**
 * The first message of a chat makes its conversation: from here on the page goes by its name, which until now was the line's.
 * The row of a new conversation tells both, on the page that wrote and on all others where that chat stands open.
 */
export function adopt({ id, dataset }: HTMLElement): void {
  const { conversation } = dataset;
  const line = id.replace('c-', '');
  const section = document.querySelector<HTMLElement>(`[data-chat="${CSS.escape(line)}"]`);
  if (conversation === undefined || section?.dataset['conversation'] !== line) return;
  section.dataset['conversation'] = conversation;
  for (const part of ['log', 'seen', 'typing']) {
    const element = document.getElementById(`${part}-${line}`);
    if (element) element.id = `${part}-${conversation}`;
  }
}
