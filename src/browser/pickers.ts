// Enter in a picker's search looks at once, without sending the form that it stands in.
document.addEventListener('keydown', (event) => {
  const field = event.target;
  // A dialog brings this with every form: once is enough.
  if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented) return;
  if (!(field instanceof HTMLInputElement && field.matches('[data-finds]'))) return;
  event.preventDefault();
  field.dispatchEvent(new Event('find'));
});
