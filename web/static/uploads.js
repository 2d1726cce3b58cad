// Files of the forms of acts are sent while the rest is filled in: piece by piece, on from where a
// lost connection or a closed page left them. Without this file they go with the form.

const chinese = document.documentElement.lang.startsWith('zh');
const say = (zh, en) => (chinese ? zh : en);
const piece = 1024 * 1024;
const longestWait = 30_000;
const person = document.querySelector('.who a')?.textContent ?? '';
const under_way = new Map(); // input -> { promise, stop }
const refused = new Set(); // inputs whose last file was not taken

const keyOf = (file) => `upload ${person} ${file.name} ${file.size} ${file.lastModified}`;
const remembered = (file) => { try { return localStorage.getItem(keyOf(file)); } catch { return null; } };
const remember = (file, address) => {
  try { address ? localStorage.setItem(keyOf(file), address) : localStorage.removeItem(keyOf(file)); } catch { /* then it begins anew */ }
};

/** What the server says no to; anything else is tried again. */
class Refusal extends Error {}

async function refusalIn(answer) {
  if (answer.status === 401) return new Refusal(say('登录已经超时。请重新登录后再选同一个文件，会从断点继续。', 'The session ended. Sign in and choose the same file again; it goes on from where it was.'));
  const told = await answer.json().catch(() => ({}));
  return new Refusal(told.detail ?? `${answer.status}`);
}

const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const headers = { 'Tus-Resumable': '1.0.0', Accept: 'application/json' };

async function begin(file, signal) {
  const answer = await fetch('/uploads', { method: 'POST', signal, headers: { ...headers,
    'Upload-Length': file.size, 'Upload-Metadata': `filename ${base64(file.name)}` } });
  if (!answer.ok) {
    if (answer.status >= 500) throw new Error(answer.status);
    throw await refusalIn(answer);
  }
  remember(file, answer.headers.get('Location'));
  return { address: answer.headers.get('Location'), offset: 0 };
}

/** Where the upload stands; a new one when the server does not know it any more. */
async function stand(file, signal) {
  const address = remembered(file);
  if (!address) return begin(file, signal);
  const answer = await fetch(address, { signal, headers });
  if (answer.status === 404) { remember(file, null); return begin(file, signal); }
  if (!answer.ok) {
    if (answer.status >= 500) throw new Error(answer.status);
    throw await refusalIn(answer);
  }
  return { address, offset: Number(answer.headers.get('Upload-Offset')) };
}

async function send(file, at, tell, signal) {
  while (at.offset < file.size) {
    const answer = await fetch(at.address, { method: 'PATCH', signal,
      headers: { ...headers, 'Upload-Offset': at.offset, 'Content-Type': 'application/offset+octet-stream' },
      body: file.slice(at.offset, at.offset + piece) });
    if (answer.status !== 204 && answer.status !== 409) {
      if (answer.status >= 500 || answer.status === 404) throw new Error(answer.status);
      throw await refusalIn(answer);
    }
    at.offset = Number(answer.headers.get('Upload-Offset'));
    tell(at.offset / file.size);
  }
  const answer = await fetch(`${at.address}/document`, { method: 'POST', signal, headers });
  if (answer.status >= 500 || answer.status === 409) throw new Error(answer.status);
  remember(file, null);
  if (!answer.ok) throw await refusalIn(answer);
  return answer.json();
}

async function upload(file, tell, wait, signal) {
  for (let pause = 1000; ; pause = Math.min(pause * 2, longestWait)) {
    try {
      const at = await stand(file, signal);
      tell(file.size ? at.offset / file.size : 0);
      return await send(file, at, (share) => { pause = 1000; tell(share); }, signal);
    } catch (fault) {
      if (fault instanceof Refusal || signal.aborted) throw fault;
      wait(pause / 1000);
      await new Promise((go) => { setTimeout(go, pause); addEventListener('online', go, { once: true }); });
    }
  }
}

const hidden = (name, value) => Object.assign(document.createElement('input'), { type: 'hidden', name, value });

/** Beside a refused file: a form without it goes only when the person says so. */
function offerToGoWithout(input) {
  const field = input.closest('.file');
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'quiet go-without', textContent: say('不要这个文件', 'Leave this file out') });
  button.addEventListener('click', () => { settle(input); complain(input, ''); input.focus(); });
  field.append(button);
  refused.add(input);
}

/** Says why the form does not go, and leads to the field. */
function holdBack(input) {
  const field = input.closest('.file');
  let note = field.querySelector('.held-back');
  if (!note) {
    note = Object.assign(document.createElement('strong'), { className: 'held-back' });
    note.setAttribute('role', 'alert');
    field.querySelector('.go-without').before(note);
  }
  note.textContent = say('这个文件没有上传，表单没有提交。请另选文件，或者不要这个文件。', 'This file was not uploaded, so the form was not sent. Choose another file or leave it out.');
  input.focus();
}

function settle(input) {
  refused.delete(input);
  for (const one of input.closest('.file')?.querySelectorAll('.go-without, .held-back') ?? []) one.remove();
}

function showKept(input, kept) {
  const field = input.closest('.file');
  for (const old of field.querySelectorAll('input[type=hidden], .kept-file')) old.remove();
  const note = document.createElement('span');
  note.className = 'kept-file';
  const link = Object.assign(document.createElement('a'), { href: kept.href, textContent: kept.name });
  const sum = Object.assign(document.createElement('code'), { className: 'hash', textContent: kept.hash.slice(0, 12), title: `SHA-256 ${kept.hash}` });
  note.append(say('已上传：', 'Uploaded: '), link, ' ', sum);
  field.append(hidden(`${input.name}.hash`, kept.hash), hidden(`${input.name}.name`, kept.name), note);
  input.value = '';
  input.required = false; // what is stored goes with the form by its hash
}

function complain(input, words) {
  const why = document.getElementById(input.getAttribute('aria-describedby'));
  why?.querySelector('.error')?.remove();
  input.removeAttribute('aria-invalid');
  if (!words) return;
  input.setAttribute('aria-invalid', 'true');
  why?.prepend(Object.assign(document.createElement('span'), { className: 'error', textContent: words }));
}

function take(input, file) {
  under_way.get(input)?.stop();
  complain(input, '');
  settle(input);
  const field = input.closest('.file');
  field.querySelector('.sending')?.remove();
  const box = document.createElement('span');
  box.className = 'sending';
  const bar = Object.assign(document.createElement('progress'), { max: 1, value: 0 });
  bar.setAttribute('aria-label', `${say('上传进度', 'Upload')} ${file.name}`);
  const words = document.createElement('span');
  words.setAttribute('role', 'status');
  const stop = Object.assign(document.createElement('button'), { type: 'button', className: 'quiet', textContent: say('取消', 'Cancel') });
  box.append(bar, words, stop);
  field.append(box);
  const quit = new AbortController();
  const tell = (share) => {
    bar.value = share;
    words.textContent = `${file.name} ${Math.floor(share * 100)}%`;
  };
  const wait = (seconds) => { words.textContent = say(`连接中断，${seconds} 秒后继续……`, `Connection lost; going on in ${seconds} s …`); };
  tell(0);
  stop.addEventListener('click', () => {
    quit.abort();
    const address = remembered(file);
    if (address) fetch(address, { method: 'DELETE', headers }).catch(() => {});
    remember(file, null);
    input.value = '';
  });
  const promise = upload(file, tell, wait, quit.signal)
    .then((kept) => { showKept(input, kept); return true; })
    .catch((fault) => {
      input.value = '';
      if (!quit.signal.aborted) {
        complain(input, fault.message);
        offerToGoWithout(input);
      }
      return false;
    })
    .finally(() => { box.remove(); if (under_way.get(input)?.promise === promise) under_way.delete(input); });
  under_way.set(input, { promise, stop: () => quit.abort() });
}

const isOurs = (input) => input instanceof HTMLInputElement && input.type === 'file' && input.closest('form.act .file');

document.documentElement.classList.add('with-uploads');
document.addEventListener('change', (event) => {
  if (isOurs(event.target) && event.target.files.length) take(event.target, event.target.files[0]);
});
for (const kind of ['dragover', 'dragleave', 'drop'])
  document.addEventListener(kind, (event) => {
    const field = event.target.closest?.('form.act .file');
    if (!field || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    field.classList.toggle('over', kind === 'dragover');
    if (kind === 'drop' && event.dataTransfer.files.length)
      take(field.querySelector('input[type=file]'), event.dataTransfer.files[0]);
  });
// A form that is sent while a file is under way waits for it; one whose file was refused stays.
document.addEventListener('submit', (event) => {
  const form = event.target;
  const missing = [...refused].find((input) => form.contains(input));
  if (missing && !event.submitter?.formNoValidate) {
    event.preventDefault();
    event.stopImmediatePropagation();
    holdBack(missing);
    return;
  }
  const waiting = [...under_way].filter(([input]) => form.contains(input));
  if (!waiting.length) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  Promise.all(waiting.map(([, one]) => one.promise)).then((all) => {
    if (all.every(Boolean)) form.requestSubmit(event.submitter);
    else form.querySelector('[aria-invalid=true]')?.focus();
  });
}, true);
