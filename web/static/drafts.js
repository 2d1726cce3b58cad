// Drafts of forms: the server keeps what is typed; while it cannot be reached, this browser does.
// A form without an address for its draft has it in this browser only.
// The page restores what the server kept; this module adds what only the browser has.

const quiet_ms = 800;
const chinese = document.documentElement.lang.startsWith('zh');
const say = (zh, en) => (chinese ? zh : en);
// Nobody is offered another's.
const person = document.querySelector('.who a')?.textContent ?? '';

const at_hand = {
  read(key) { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
  write(key, typed) { try { localStorage.setItem(key, JSON.stringify(typed)); } catch { /* a full store keeps no drafts */ } },
  drop(key) { try { localStorage.removeItem(key); } catch { /* as above */ } },
};

// What is typed on a secret case is not left lying in a browser.
const nowhere = { read: () => null, write() {}, drop() {} };

/** The server takes no draft of such a form, and asking again changes nothing. */
const isFinal = (status) => status === 404 || status === 405;

/** Why the server took no draft: it said so, or it cannot be reached. */
function whyNotKept(status) {
  if (status === 401) return say('登录已经超时，请重新登录。', 'Your session has ended; sign in again.');
  if (status) return say('草稿没有存到服务器。', 'The server did not keep the draft.');
  return say('暂时无法连接服务器。', 'The server cannot be reached.');
}

/**
 * What is typed, name by name, without files and without the envelope, and what stands as it was proposed.
 * A form that is no act names its inputs.
 */
function typed(form) {
  const own = form.dataset.words?.split(' ');
  const isTyped = (name) => (own ? own.includes(name) : /^(f|was)\./.test(name));
  return [...new FormData(form)].filter(([name, value]) => isTyped(name) && typeof value === 'string');
}

/** What the server calls the form. */
function envelope(form) {
  const named = (name) => form.dataset[name] ?? form.elements.namedItem(name)?.value;
  return ['csrf', 'kind', 'shape', 'part'].map((name) => [name, named(name)]).filter(([, value]) => value);
}

/** Makes rows until a list has an input of that name. */
function makeRoom(form, name) {
  const [, list] = name.match(/^(.*)\[\d+\]/) ?? [];
  const button = list && form.querySelector(`[data-rows="${CSS.escape(list)}"] > button`);
  for (let i = 0; button && i < 50 && !form.elements.namedItem(name); i++) button.click();
}

/** Without what was only proposed: the page proposes that anew. */
function typedAlone(values) {
  const proposed = new Map(values.filter(([name]) => name.startsWith('was.')));
  const stands = (name, value) => proposed.get(name.replace(/^f\./, 'was.')) === value;
  return values.filter(([name, value]) => !name.startsWith('was.') && !stands(name, value));
}

function fill(form, values) {
  const names = new Set(values.map(([name]) => name));
  for (const name of names) {
    makeRoom(form, name);
    const wanted = values.filter(([one]) => one === name).map(([, value]) => value);
    const inputs = [...form.elements].filter((e) => e.name === name && e.type !== 'file');
    for (const input of inputs) {
      if (input.type === 'checkbox' || input.type === 'radio') input.checked = wanted.includes(input.value);
      else input.value = wanted.shift() ?? '';
    }
  }
}

function watch(form) {
  const secret = form.hasAttribute('data-secret');
  const here = secret ? nowhere : at_hand;
  const key = `draft ${person} ${form.dataset.draft}`;
  const note = document.createElement('p');
  note.className = 'draft-note';
  note.setAttribute('role', 'status');
  form.append(note);
  let timer = 0;
  let changed = false;
  let under_way = null;
  let address = form.dataset.keep;

  async function keep(leaving) {
    clearTimeout(timer);
    if (!changed) return;
    changed = false;
    const values = typed(form);
    if (!address) {
      here.write(key, values);
      return;
    }
    const body = new URLSearchParams(values);
    for (const [name, value] of envelope(form)) body.set(name, value);
    under_way = new AbortController();
    try {
      const answer = await fetch(address, {
        method: 'POST', body, headers: { Accept: 'application/json' }, keepalive: leaving,
        signal: leaving ? undefined : under_way.signal,
      });
      const said = await answer.json();
      if (!answer.ok) throw Object.assign(new Error(said.detail), { status: answer.status });
      here.drop(key);
      note.textContent = said.kept ? said.kept_words : '';
    } catch (e) {
      if (e.name === 'AbortError') return;
      here.write(key, values);
      note.textContent = whyNotKept(e.status) + (secret
        ? say('涉密案卷的草稿不存入浏览器，请不要关闭本页。', ' What is typed on a secret case is not kept in the browser: leave this page open.')
        : say('草稿保存在这个浏览器里。', ' The draft is kept in this browser.'));
      if (isFinal(e.status)) address = '';
      else timer = setTimeout(() => { changed = true; keep(false); }, 15_000);
    } finally {
      under_way = null;
    }
  }

  form.addEventListener('input', () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(() => keep(false), quiet_ms);
  });
  // What is sent is no draft any more: the server drops it with the act.
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    changed = false;
    under_way?.abort();
    here.drop(key);
  });
  addEventListener('pagehide', () => keep(true));
  addEventListener('online', () => { changed = changed || here.read(key) !== null; keep(false); });

  const kept = here.read(key);
  if (Array.isArray(kept) && kept.length > 0 && !form.closest('main')?.querySelector('.alert')) {
    fill(form, typedAlone(kept));
    form.closest('details')?.setAttribute('open', '');
    note.textContent = chinese ? '已恢复这个浏览器里的草稿。' : 'The draft of this browser was restored.';
    changed = true;
    keep(false);
  }
}

export function keepDrafts(page) {
  for (const form of page.querySelectorAll('form[data-keep]')) watch(form);
}
