// Keys of a sheet: Enter and the arrows up and down go to the same column of the next row; without
// this script Enter saves the draft. Left and right stay with the text.
const cell = (row: Element, column: number) =>
  row.children[column]?.querySelector<HTMLInputElement>('input:not([type=hidden])');

function go(from: HTMLInputElement, by: number) {
  const box = from.closest('td, tbody th');
  const row = box?.parentElement;
  if (!box || !row) return false;
  const next = by > 0 ? row.nextElementSibling : row.previousElementSibling;
  const to = next && cell(next, [...row.children].indexOf(box));
  to?.focus();
  to?.select();
  return !!to;
}

const steps: Record<string, number> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

document.addEventListener('keydown', (event) => {
  const by = steps[event.key];
  if (!by || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const from = event.target;
  if (!(from instanceof HTMLInputElement) || !from.closest('[data-cells] tbody')) return;
  if (go(from, by) || event.key === 'Enter') event.preventDefault();
});
