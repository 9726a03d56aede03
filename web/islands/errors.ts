// After a refused form the person stands at the summary of what to mend, and each line of it leads
// into the field itself.
const summary = document.querySelector<HTMLElement>('.govuk-error-summary');

if (summary) {
  summary.tabIndex = -1;
  summary.focus();
  summary.addEventListener('blur', () => summary.removeAttribute('tabindex'), { once: true });
  summary.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    (field.closest('.govuk-form-group') ?? field).scrollIntoView();
    field.focus({ preventScroll: true });
  });
}
