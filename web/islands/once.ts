// A form is sent once: the second click of a double-click finds it already on its way. The server
// finds repeats by their act id as well; this only spares the person the wait.
const wait_ms = 10_000; // a download answers without leaving the page, so the form opens again

const buttons = (form: HTMLFormElement) =>
  form.querySelectorAll<HTMLButtonElement>('button:not([type=button])');

function open(form: HTMLFormElement) {
  delete form.dataset.sent;
  buttons(form).forEach((button) => button.removeAttribute('aria-disabled'));
}

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented || form.method !== 'post') return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = 'yes';
  buttons(form).forEach((button) => button.setAttribute('aria-disabled', 'true'));
  setTimeout(() => open(form), wait_ms);
});

// Back from the next page, out of the browser's own memory: the form must work again.
addEventListener('pageshow', () => {
  document.querySelectorAll<HTMLFormElement>('form[data-sent]').forEach(open);
});
