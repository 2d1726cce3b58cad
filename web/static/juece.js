// The pages work without this file; it only spares some steps.
import { keepDrafts } from './drafts.js';
import './uploads.js';

// A summary of errors takes the focus, so that it is read first.
document.querySelector('[data-focus]')?.focus();

// A link to an offer opens it.
function openTarget() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
  if (target) target.scrollIntoView();
}
addEventListener('hashchange', openTarget);
openTarget();

// A page that is made for paper has a button for it.
for (const button of document.querySelectorAll('.print-page')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

// Dates are shown once more in words.
const inWords = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeZone: 'UTC' });
document.addEventListener('input', (event) => {
  const input = event.target;
  if (input.type !== 'date' || !input.id) return;
  const output = document.querySelector(`output[for="${CSS.escape(input.id)}"]`);
  if (output) output.textContent = input.value ? inWords.format(new Date(input.value + 'T00:00:00Z')) : '';
});

const chinese = document.documentElement.lang.startsWith('zh');

// Lists of rows: a button instead of spare rows.
function helpRows(page) {
  for (const list of page.querySelectorAll('[data-rows]')) {
    const rows = () => [...list.children].filter((c) => c.classList.contains('line-of-rows'));
    const last = rows().at(-1);
    if (!last) continue;
    const pattern = last.cloneNode(true);
    const number = rows().length - 1;
    const spare = rows().filter((row) => row.classList.contains('spare'));
    for (const row of spare.slice(1)) row.remove();
    list.querySelector('.spare-hint')?.remove();
    let next = rows().length;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = chinese ? '增加一项' : 'Add a row';
    button.addEventListener('click', () => {
      const row = pattern.cloneNode(true);
      const name = list.dataset.rows;
      const renumber = (text) => text
        .replace(`${name}[${number}]`, `${name}[${next}]`)
        .replace(`-${name.slice(2).replace(/[.[\]]/g, '-')}-${number}-`, `-${name.slice(2).replace(/[.[\]]/g, '-')}-${next}-`);
      for (const part of row.querySelectorAll('[name],[id],[for],[aria-describedby],[data-rows]'))
        for (const a of ['name', 'id', 'for', 'aria-describedby', 'data-rows'])
          if (part.hasAttribute(a)) part.setAttribute(a, renumber(part.getAttribute(a)));
      row.setAttribute('aria-label', row.getAttribute('aria-label')?.replace(/\d+$/, next + 1) ?? '');
      next += 1;
      button.before(row);
      row.querySelector('input,select,textarea')?.focus();
    });
    list.append(button);
  }
}

function help(page) {
  helpRows(page);
  keepDrafts(page);
}
help(document);
