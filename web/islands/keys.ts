// Officer keys: "/" search, J and K move over the rows, X selects, Enter opens. Single letters work
// only where no field has the focus, and can be switched off (WCAG 2.1.4); the choice is kept.
const off = 'taydo-keys-off';
const rows = () =>
  [...document.querySelectorAll<HTMLElement>('[data-rows] tr, [data-rows] > li')].filter((row) =>
    row.querySelector('a'),
  );
const typing = (target: EventTarget | null) =>
  target instanceof Element &&
  target.matches(
    'input:not([type=checkbox]):not([type=radio]), select, textarea, [contenteditable]',
  );

function move(by: number) {
  const all = rows();
  const here = all.findIndex((row) => row.contains(document.activeElement));
  const next = all[Math.max(0, Math.min(all.length - 1, here < 0 ? 0 : here + by))];
  next?.querySelector<HTMLElement>('a')?.focus();
}

function select() {
  const row = rows().find((one) => one.contains(document.activeElement));
  row?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
}

const acts: Record<string, () => void> = {
  '/': () => document.querySelector<HTMLElement>('[data-search]')?.focus(),
  j: () => move(1),
  k: () => move(-1),
  x: select,
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const act = acts[event.key.toLowerCase()];
  if (!act || localStorage.getItem(off)) return;
  event.preventDefault();
  act();
});

// The hints are in the page but hidden: without this script the keys they promise do nothing.
function show() {
  const disabled = !!localStorage.getItem(off);
  document.querySelectorAll<HTMLElement>('[data-keys]').forEach((hint) => {
    hint.hidden = (hint.dataset.keys === 'off') !== disabled;
  });
}
document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || !event.target.closest('[data-keys-switch]')) return;
  if (localStorage.getItem(off)) localStorage.removeItem(off);
  else localStorage.setItem(off, 'yes');
  show();
});
show();
