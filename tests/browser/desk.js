// A desk in the government: what its people do on the pages, form by form. Fields are filled as a
// person fills them; nothing is sent that the page does not offer.
import { expect } from './house.js';

/** A paper to hand in: desk.paper('草案', 'words'). The same name and words are the same paper. */
export function paper(name, words) {
    return { paper: { name: `${name}.txt`, mimeType: 'text/plain', buffer: Buffer.from(words) } };
}

/** Today as the law of the place counts it. */
export function today() {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

const named = (form, name) => form.locator(`[name="${name}"]`);

async function fillOne(form, name, value) {
    const input = named(form, name).first();
    if (value === null) // what the page has filled in stays
        return;
    if (typeof value === 'object' && 'paper' in value) {
        const file = form.locator(`input[type=file][name="${name}"]`);
        if (await file.count() === 0) // the draft in force stands there, and no other is taken
            return expect(named(form, `${name}.name`)).toHaveValue(value.paper.name);
        return file.setInputFiles(value.paper);
    }
    if (typeof value === 'boolean')
        return await input.getAttribute('type') === 'radio'
            ? form.locator(`[name="${name}"][value="${value}"]`).check() : input.setChecked(value);
    if (typeof value === 'object')
        return fill(form, value, `${name}.`);
    const kind = await input.evaluate((e) => (e.tagName === 'SELECT' ? 'select' : e.type));
    if (kind === 'select') { // somebody is chosen by name; beside it stands what they are
        const person = await input.locator('option').evaluateAll((all, name) =>
            all.find((one) => one.text.startsWith(`${name} · `))?.value, value);
        return input.selectOption(person ?? value);
    }
    if (kind === 'radio')
        return form.locator(`[name="${name}"][value="${value}"]`).check();
    return input.fill(String(value));
}

async function fillRows(form, name, values) {
    const rows = form.locator(`[data-rows="${name}"]`);
    if (await rows.count() === 0) { // a list to tick
        for (const value of values)
            await form.locator(`[name="${name}"][value="${value}"]`).check();
        return;
    }
    for (const [i, value] of values.entries()) {
        const row = `[name="${name}[${i}]"], [name^="${name}[${i}]."]`;
        if (await form.locator(row).count() === 0)
            await rows.locator('> button').click();
        await fillOne(form, `${name}[${i}]`, value);
    }
}

/** Fills the fields of an act: strings, true, lists, papers; groups by their members. */
export async function fill(form, body, prefix = 'f.') {
    for (const [name, value] of Object.entries(body))
        if (Array.isArray(value))
            await fillRows(form, prefix + name, value);
        else
            await fillOne(form, prefix + name, value);
}

/** A part of the page, unfolded: it may be open already, as a duty's form is. */
export async function unfold(details) {
    if (!await details.evaluate((e) => e.open))
        await details.locator('> summary').click();
    return details;
}

/** The form of an act on the page, unfolded; fails if the page does not offer it. */
export async function offered(page, kind) {
    const form = page.locator('form.act', { has: page.locator(`input[name=kind][value="${kind}"]`) });
    await expect(form, `the page offers ${kind}`).toHaveCount(1);
    for (const folded of await form.locator('xpath=ancestor::details').all())
        await unfold(folded);
    return form;
}

/** Presses a button or a link and waits for the page that answers: the one before may look the same,
 * and whoever goes on at once takes back what was sent. */
export async function press(button) {
    const arrived = button.page().waitForEvent('load');
    await button.click();
    await arrived;
}

/** Questions with yes and no that nobody has answered are answered with no, as far as they are asked. */
async function sayNo(form) {
    for (const no of await form.locator('input[type=radio][value=false]:enabled').all()) {
        const answers = form.locator(`input[type=radio][name="${await no.getAttribute('name')}"]:checked`);
        if (await answers.count() === 0)
            await no.check();
    }
}

/** Sends a form and waits for the page that answers; what the law only remarks on it is confirmed. */
export async function send(form) {
    const page = form.page();
    await sayNo(form);
    await press(form.locator('button.primary'));
    const again = page.locator('form.act:has(input[name=confirmed]) button.primary');
    if (await again.count() > 0) // remarks of the law were read
        await press(again);
}

/** Sends a form as a browser does that checks nothing: what the law refuses is then said by the house. */
export async function sendUnchecked(form) {
    await form.page().evaluate(() => document.querySelectorAll('form').forEach((one) => { one.noValidate = true; }));
    await send(form);
}

/** Does an act on the page that is open, and sees that the page tells of it. */
export async function act(page, kind, body = {}) {
    const form = await offered(page, kind);
    await fill(form, body);
    await send(form);
    const done = page.locator('.note.good[role=status]');
    const alert = page.locator('main .alert');
    await expect(done.or(alert).first()).toBeVisible();
    expect(await alert.allInnerTexts(), `${kind} is entered`).toEqual([]);
    await expect(page).toHaveURL(/\/cases\/\d+/);
    const back = page.locator('main .card.narrow a.button.primary');
    if (await back.count() > 0) // remarks of the law are read first
        await back.click();
}
