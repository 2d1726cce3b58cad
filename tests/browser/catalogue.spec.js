// A year's catalogue from the call to its publication: the office, a unit, and everybody.
import { act, offered, paper, send, today } from './desk.js';
import { expect, test } from './house.js';

/** A year that has no catalogue yet; each width of the window has one of its own. */
function freeYear(project) {
    return 2003 + [...project].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 15;
}

function tomorrow() {
    const day = new Date(`${today()}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + 1);
    return day.toISOString().slice(0, 10);
}

/** The call goes to one unit; the page offers all of the organ. */
async function callUpon(page, unit, deadline) {
    const form = await offered(page, 'catalogue_call.issued');
    const list = form.locator('fieldset[data-checks]', { has: page.locator('[name="f.units"]') });
    await expect(list.locator('input:checked'), 'who may propose is filled in').not.toHaveCount(0);
    await list.getByRole('button', { name: '全选' }).click();
    await expect(list.locator('input:not(:checked)')).toHaveCount(0);
    await list.getByRole('button', { name: '全不选' }).click();
    await expect(list.locator(':checked')).toHaveCount(0);
    await list.locator(`input[value="${unit}"]`).focus();
    await page.keyboard.press('Space');
    await form.locator('[name="f.deadline"]').fill(deadline);
    await send(form);
    await expect(page.locator('.note.good[role=status]')).toBeVisible();
}

test('a catalogue is called for, proposed, screened, adopted, consented to and published', async ({ page, signIn, look }, info) => {
    test.setTimeout(300_000);
    const year = freeYear(info.project.name);
    const name = `西江岸线排涝规划（${info.project.name}）`;

    await signIn('office');
    await page.goto(`/catalogue?year=${year}`);
    await page.getByRole('link', { name: '设立年度目录' }).click();
    await act(page, 'catalogue_call.set_up', { year: String(year) });
    const home = `${new URL(page.url()).pathname}/catalogue`;
    await page.goto(home);
    await callUpon(page, 'water', tomorrow());

    await signIn('sponsor');
    await page.goto(home);
    await act(page, 'catalogue_call.proposed', { item_name: name, matter: 'plan', lead: 'water',
        planned_start: '第一季度', planned_meeting: '下半年', steps: ['participation', 'experts'],
        stamped_form: paper('建议项目表', '盖章的建议项目表。\n') });
    await expect(page.getByRole('cell', { name })).toBeVisible();
    await act(page, 'catalogue_call.answered');
    await look('catalogue-proposed');

    await signIn('office');
    await page.goto(home);
    await act(page, 'catalogue_call.closed');
    // Nothing is published before the organ has met and the committee has consented.
    await expect(page.locator('form.act input[name=kind][value="catalogue_approval.published"]')).toHaveCount(0);
    await act(page, 'catalogue_screening.held', { held_on: today(), joined: ['finance', 'reform'] });
    await act(page, 'catalogue_approval.deliberated', { met_on: today(), meeting: 'executive',
        meeting_name: '区人民政府常务会议', outcome: 'adopted' });
    await act(page, 'catalogue_approval.consent_answered', { answer: 'agrees', answered_on: today(),
        answer_document: paper('区委复函', '同意公布。\n') });
    await act(page, 'catalogue_approval.published', { document_number: `高府办〔${year}〕3号`,
        published_on: today(), address: 'https://www.gaoyao.gov.cn/catalogue' });
    await look('catalogue-published');

    await page.getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await look('catalogue-item');

    await page.context().clearCookies();
    await page.goto(`/public/catalogue/${year}`);
    await expect(page.getByText(name)).toBeVisible();
    await look('catalogue-public');
});

test('this year shows entries with lights and decisions without an entry', async ({ page, signIn, look }) => {
    await signIn('office');
    await page.goto('/');
    await page.getByRole('navigation').getByRole('link', { name: '事项目录' }).click();
    await expect(page.locator('#h-items')).toBeVisible();
    await expect(page.locator('#strays')).toBeVisible();
    await look('catalogue-year');
    await page.locator('select[name=flag]').selectOption('done');
    await page.locator('form.filters button').click();
    await expect(page).toHaveURL(/flag=done/);
});

test('a table with a fault is told by its line, and nothing of it is entered', async ({ page, signIn, look }) => {
    await signIn('office');
    await page.goto('/catalogue/import');
    await page.locator('input[name=year]').fill('2002');
    await page.locator('input[name=file]').setInputFiles({ name: '目录.csv', mimeType: 'text/csv',
        buffer: Buffer.from('事项名称,承办单位,计划时间\n甲事项,区水务局,尽快\n') });
    await page.locator('button.primary').click();
    await expect(page.getByText('第2行')).toBeVisible();
    await look('catalogue-import');
    await page.goto('/catalogue?year=2002');
    await expect(page.getByText('本年度还没有目录。')).toBeVisible();
});

test('what units propose comes in from a table, and a wrong row keeps all of it out', async ({ page, signIn, look }, info) => {
    const year = 2019 + [...info.project.name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 4;
    const name = `堤防加固方案（${info.project.name}）`;
    const table = (matter) => ({ name: '申报.csv', mimeType: 'text/csv', buffer: Buffer.from(
        `事项名称,事项类型,牵头单位,计划时间\n${name},${matter},区水务局,下半年\n`) });
    await signIn('office');
    await page.goto(`/catalogue?year=${year}`);
    await page.getByRole('link', { name: '设立年度目录' }).click();
    await act(page, 'catalogue_call.set_up', { year: String(year) });
    await page.goto(`${new URL(page.url()).pathname}/catalogue`);
    await callUpon(page, 'water', tomorrow());

    await page.locator('main a[href="/catalogue/import?what=proposals"]').click();
    await page.locator('input[name=year]').fill(String(year));
    await page.locator('input[name=file]').setInputFiles(table(''));
    await page.locator('form[enctype] button.primary').last().click();
    await expect(page.getByText('第2行')).toBeVisible();
    await look('proposals-import-faults');
    await page.locator('input[name=year]').fill(String(year));
    await page.locator('input[name=file]').setInputFiles(table('建设项目'));
    await page.locator('form[enctype] button.primary').last().click();
    await expect(page.locator('#h-good')).toBeVisible();
    await look('proposals-import');
    await page.locator('section[aria-labelledby=h-good] button.primary').click();
    await expect(page.locator('.note.good')).toContainText('已录入申报1项');
    await page.locator('.note.good a').click();
    await expect(page.getByRole('cell', { name })).toBeVisible();
});

test('a decision linked by mistake is taken off an entry again', async ({ page, signIn, look }, info) => {
    await signIn('office');
    await page.goto('/catalogue');
    const home = `${new URL(await page.locator('form.filters').evaluate((form) => form.action)).pathname}`;
    // One stray for each width of the window, so that they do not meet.
    const at = info.project.name.length % 2;
    const number = await page.locator('#strays li a').nth(at).innerText();
    const entry = await page.locator('#h-items ~ table tbody tr a').first().getAttribute('href');
    await page.goto(entry);
    await act(page, 'catalogue_items.linked', { decision_number: number });
    await page.goto(entry);
    await expect(page.locator('#h-decisions ~ ul')).toContainText(number);
    await look('catalogue-item-linked');
    await act(page, 'catalogue_items.unlinked', { decision_number: number, reason: '关联错了' });
    await page.goto(entry);
    await expect(page.locator('#h-decisions ~ ul')).not.toContainText(number);
    await page.goto(home);
    await expect(page.locator('#strays')).toContainText(number);
});
