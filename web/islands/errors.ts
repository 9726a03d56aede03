// After a refused form the person stands at the summary of what to mend, and each line of it leads
// into the field itself.
const summary = document.querySelector<HTMLElement>('.govuk-error-summary');

if (summary) {
  summary.tabIndex = -1;
  summary.focus();
  summary.addEventListener('blur', () => summary.removeAttribute('tabindex'), { once: true });
  summary.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    const place = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!place) return;
    const fields = 'input, select, textarea, button';
    const field = place.matches(fields) ? place : place.querySelector<HTMLElement>(fields);
    event.preventDefault();
    (place.closest('.govuk-form-group') ?? place).scrollIntoView();
    field?.focus({ preventScroll: true });
  });
}
