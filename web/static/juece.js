// The pages work without this file; it only spares some steps.
import { keepDrafts } from './drafts.js';
import './uploads.js';

// A summary of errors takes the focus, so that it is read first.
document.querySelector('[data-focus]')?.focus();

// On a phone the main navigation and the tabs are one line each: where one is stands in sight.
for (const here of document.querySelectorAll('.top nav.main [aria-current], .tabs [aria-current]')) {
  const line = here.parentElement;
  line.scrollLeft = here.offsetLeft - line.offsetLeft - (line.clientWidth - here.offsetWidth) / 2;
}

// A link to an offer opens it.
function openTarget() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
  if (target) target.scrollIntoView();
}
addEventListener('hashchange', openTarget);
openTarget();

// The own phrases stand beside every field that takes an opinion or a reason.
const own = document.getElementById('own-phrases');
if (own)
  for (const field of ['opinion', 'comments', 'reason', 'answer'])
    for (const input of document.querySelectorAll(`textarea[name="f.${field}"]`)) {
      let place = document.querySelector(`[data-phrases="${CSS.escape(input.id)}"]`);
      if (!place) {
        place = document.createElement('p');
        place.className = 'phrases';
        place.dataset.phrases = input.id;
        input.after(place);
      }
      place.append(' ', own.content.cloneNode(true));
    }

// Phrases for an opinion: one touch writes one.
for (const phrases of document.querySelectorAll('[data-phrases]')) {
  phrases.hidden = false;
  const opinion = document.getElementById(phrases.dataset.phrases);
  for (const button of phrases.querySelectorAll('button'))
    button.addEventListener('click', () => {
      opinion.value += (opinion.value && !opinion.value.endsWith('\n') ? '\n' : '') + button.textContent;
      opinion.focus();
    });
}

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

// Any row of a list can be taken out, whatever it came filled with.
function mayTakeOut(row, list) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet remove-row';
  button.textContent = chinese ? '删去此行' : 'Remove this row';
  button.setAttribute('aria-label', `${button.textContent}${chinese ? '：' : ': '}${row.getAttribute('aria-label') ?? ''}`);
  button.addEventListener('click', () => {
    const next = row.nextElementSibling;
    row.remove();
    list.dispatchEvent(new Event('input', { bubbles: true }));
    (next?.querySelector('input,select,textarea') ?? next)?.focus();
  });
  row.append(button);
}

// A long list of boxes is ticked, or cleared, at one touch.
function helpChecks(page) {
  const worth_it = 5;
  for (const list of page.querySelectorAll('[data-checks]')) {
    const boxes = () => [...list.querySelectorAll('input[type=checkbox]')];
    if (boxes().length < worth_it) continue;
    const both = document.createElement('p');
    both.className = 'all-or-none';
    for (const [checked, words] of [[true, chinese ? '全选' : 'Tick all'], [false, chinese ? '全不选' : 'Clear all']]) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'quiet';
      button.textContent = words;
      button.addEventListener('click', () => {
        for (const one of boxes()) one.checked = checked;
        list.dispatchEvent(new Event('input', { bubbles: true }));
      });
      both.append(button, ' ');
    }
    list.querySelector(':scope > .radios').before(both);
  }
}

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
    list.querySelector(':scope > .spare-hint')?.remove();
    // Those present at a meeting are taken off it in their own way.
    const hasOwnWay = list.matches('.meeting-record [data-rows="f.present"]');
    if (!hasOwnWay) for (const row of rows()) mayTakeOut(row, list);
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
      for (const part of row.querySelectorAll('[name],[id],[for],[aria-describedby],[data-rows],[data-depends-on]'))
        for (const a of ['name', 'id', 'for', 'aria-describedby', 'data-rows', 'data-depends-on'])
          if (part.hasAttribute(a)) part.setAttribute(a, renumber(part.getAttribute(a)));
      row.setAttribute('aria-label', row.getAttribute('aria-label')?.replace(/\d+$/, next + 1) ?? '');
      next += 1;
      helpRows(row);
      helpChecks(row);
      if (!hasOwnWay) mayTakeOut(row, list);
      button.before(row);
      showMeant(row);
      row.querySelector('input,select,textarea')?.focus();
    });
    list.append(button);
  }
}

// Whoever was not at a meeting is taken off the list of those present, and out of the speakers.
function helpAttendance(page) {
  const present = page.querySelector('.meeting-record [data-rows="f.present"]');
  if (!present) return;
  const nameIn = (row) => row.querySelector('[name$=".name"]')?.value.trim() ?? '';
  const mayGo = (row) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet remove-row';
    button.textContent = chinese ? '未到会' : 'Absent';
    button.addEventListener('click', () => {
      const gone = nameIn(row);
      const speakers = present.closest('form').querySelectorAll('[data-rows="f.statements"] > .line-of-rows');
      for (const one of gone ? speakers : []) if (nameIn(one) === gone) one.remove();
      const next = row.nextElementSibling;
      present.dispatchEvent(new Event('input', { bubbles: true }));
      row.remove();
      (next?.querySelector('input') ?? next)?.focus();
    });
    row.append(button);
  };
  for (const row of present.querySelectorAll(':scope > .line-of-rows')) mayGo(row);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const one of addedNodes)
        if (one.classList?.contains('line-of-rows')) mayGo(one);
  }).observe(present, { childList: true });
}

// Where nobody objected, one touch enters that for everybody whose view is not chosen yet. The head
// speaks last, in an own place, and is left out.
function helpAgreement(page) {
  const speakers = page.querySelector('.meeting-record [data-rows="f.statements"]');
  const first = speakers?.querySelector(':scope > .line-of-rows');
  if (!first) return;
  const openViews = () => [...speakers.querySelectorAll(':scope > .line-of-rows')]
    .filter((row) => row.querySelector('[name$=".name"]').value.trim())
    .map((row) => row.querySelector('[name$=".view"]'))
    .filter((view) => !view.value);
  const place = document.createElement('p');
  place.className = 'all-or-none';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = chinese ? '全部同意' : 'All agree';
  const said = document.createElement('span');
  said.className = 'hint';
  said.setAttribute('role', 'status');
  button.addEventListener('click', () => {
    const open = openViews();
    for (const view of open) view.value = 'agrees';
    if (open.length) speakers.dispatchEvent(new Event('input', { bubbles: true }));
    said.textContent = chinese
      ? (open.length ? `已为尚未选择的${open.length}人填写“同意”，请核对。` : '没有尚未选择的人员。')
      : (open.length ? `“Agrees” was entered for ${open.length} who had no view yet; please check.` : 'Everybody has a view.');
  });
  place.append(button, ' ', said);
  first.before(place);
}

// Who spoke in another order than the list has: rows change places by buttons or Alt and arrows.
function helpOrderOfSpeech(page) {
  const speakers = page.querySelector('.meeting-record [data-rows="f.statements"]');
  if (!speakers) return;
  const rows = () => [...speakers.querySelectorAll(':scope > .line-of-rows')];
  const inputs = (row) => [...row.querySelectorAll('input,select,textarea')];
  const move = (row, by, from) => {
    const other = rows()[rows().indexOf(row) + by];
    if (!other) return;
    const [here, there] = [inputs(row), inputs(other)];
    here.forEach((one, i) => { [one.value, there[i].value] = [there[i].value, one.value]; });
    speakers.dispatchEvent(new Event('input', { bubbles: true }));
    (there[here.indexOf(from)] ?? other.querySelectorAll('.move-row button')[by < 0 ? 0 : 1])?.focus();
  };
  const mayMove = (row) => {
    const both = document.createElement('span');
    both.className = 'move-row';
    for (const [by, sign, words] of [[-1, '↑', chinese ? '提前一位' : 'Spoke earlier'], [1, '↓', chinese ? '推后一位' : 'Spoke later']]) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'quiet';
      button.textContent = sign;
      button.title = `${words} (Alt+${sign})`;
      button.setAttribute('aria-label', `${words} (Alt+${sign})`);
      button.addEventListener('click', () => move(row, by));
      both.append(button);
    }
    row.append(both);
  };
  rows().forEach(mayMove);
  speakers.addEventListener('keydown', (pressed) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[pressed.key];
    const row = pressed.target.closest('.line-of-rows');
    if (!pressed.altKey || !by || !row) return;
    pressed.preventDefault();
    move(row, by, pressed.target);
  });
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const one of addedNodes)
        if (one.classList?.contains('line-of-rows')) mayMove(one);
  }).observe(speakers, { childList: true });
}

// A field that means something for certain choices is shown, sent and asked for there alone.
function showMeant(page) {
  for (const field of page.querySelectorAll('[data-depends-on]')) {
    const chosen = [...field.closest('form').elements]
      .filter((one) => one.name === field.dataset.dependsOn)
      .map((one) => (['radio', 'checkbox'].includes(one.type) && !one.checked ? '' : one.value));
    const shown = field.dataset.meansFor.split(' ').some((value) => chosen.includes(value));
    field.hidden = !shown && !field.querySelector('.error');
    const isOne = field.hasAttribute('data-must') && !field.matches('[data-rows], [data-checks]');
    for (const input of field.querySelectorAll('input, select, textarea')) {
      input.disabled = field.hidden;
      if (isOne) input.required = shown;
    }
  }
}
document.addEventListener('input', (event) => {
  const form = event.target.closest?.('form');
  if (form) showMeant(form);
});

function help(page) {
  helpRows(page);
  helpChecks(page);
  helpAttendance(page);
  helpAgreement(page);
  helpOrderOfSpeech(page);
  keepDrafts(page);
  showMeant(page);
}
help(document);
