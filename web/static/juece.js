// The pages work without this file; it only spares some steps.
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

// Drafts: what is typed is kept in this browser until it is sent; nobody is offered another's.
const person = document.querySelector('.who a')?.textContent ?? '';
function keepDrafts(page) {
  for (const form of page.querySelectorAll('form[data-draft]')) {
    const key = `draft ${person} ${form.dataset.draft}`;
    const fields = () => [...form.elements].filter((e) => e.name?.startsWith('f.') && e.type !== 'file' && e.type !== 'hidden');
    const typed = () => fields().some((e) => (e.type === 'checkbox' || e.type === 'radio' ? e.checked : e.tagName !== 'SELECT' && e.value));
    const kept = (() => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } })();
    if (kept && !typed()) {
      const note = document.createElement('p');
      note.className = 'draft-note';
      note.textContent = chinese ? '您有尚未提交的草稿。' : 'There is a draft that was not submitted. ';
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = chinese ? '恢复草稿' : 'Restore it';
      button.addEventListener('click', () => {
        for (const e of fields()) {
          if (!(e.name in kept)) continue;
          if (e.type === 'checkbox' || e.type === 'radio') e.checked = kept[e.name].includes(e.value);
          else e.value = kept[e.name][0];
        }
        note.remove();
      });
      note.append(button);
      form.prepend(note);
    }
    form.addEventListener('input', () => {
      const values = {};
      for (const e of fields()) {
        if ((e.type === 'checkbox' || e.type === 'radio') && !e.checked) continue;
        (values[e.name] ??= []).push(e.value);
      }
      try { localStorage.setItem(key, JSON.stringify(values)); } catch { /* a full store keeps no drafts */ }
    });
    form.addEventListener('submit', () => { try { sessionStorage.setItem('sent', key); } catch { /* as above */ } });
  }
}
// The next page says "done": then the draft has served.
if (new URLSearchParams(location.search).has('done')) {
  const key = sessionStorage.getItem('sent');
  if (key) localStorage.removeItem(key);
  sessionStorage.removeItem('sent');
}

function help(page) {
  helpRows(page);
  keepDrafts(page);
}
help(document);
