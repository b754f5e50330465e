// The blue counter is pressed once, however fast one clicks: the second click would take the next session, too.

let leaving = false;

document.addEventListener('submit', (event) => {
  if (!(event.target instanceof HTMLFormElement) || event.target.id !== 'take-next') return;
  if (leaving) event.preventDefault();
  leaving = true;
});

addEventListener('pageshow', () => {
  leaving = false;
});
