// What leaves the house by itself: letters about new tasks and signed events of every act, and what
// becomes of them while nobody answers. On a record of its own: the server of the other stories
// sends nothing.
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { act, paper } from './desk.js';
import { expect, fillSignIn, people, test as base } from './house.js';
import { addressOf, freePort, newRecord, stopServer } from './server.js';
import { isSigned, startEventSink, startMailSink } from './sinks.js';

const juece = process.env.JUECE_BINARY;
const secret = randomBytes(32);
/** The sample's past is taken in first, a little in each step. */
const soon = { timeout: 120_000 };

let place, server, mail, receiver, address;

const test = base.extend({ baseURL: async ({}, use) => use(address) });
test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
    test.setTimeout(300_000);
    place = await mkdtemp(path.join(tmpdir(), 'juece-deliveries-'));
    const data = path.join(place, 'data');
    mail = await startMailSink();
    receiver = await startEventSink();
    const port = await freePort();
    address = `http://127.0.0.1:${port}`;
    const secret_file = path.join(place, 'secret');
    await writeFile(secret_file, `whsec_${secret.toString('base64')}\n`);
    await chmod(secret_file, 0o600);
    const record = await newRecord();
    await promisify(execFile)(juece, ['demo', '--data', data, ...record],
        { maxBuffer: 64 * 1024 * 1024 });
    server = spawn(juece, ['serve', '--data', data, ...record, '--listen', `127.0.0.1:${port}`,
        '--address', address, '--smtp', mail.address, '--smtp-from', 'juece@example.gov.cn',
        '--webhook', receiver.address, '--webhook-secret-file', secret_file, '--retry-after', '1'],
    { stdio: ['ignore', 'pipe', 'pipe'] });
    await addressOf(server);
});

test.afterAll(async () => {
    await stopServer(server);
    await mail?.close();
    await receiver?.close();
    if (place)
        await rm(place, { recursive: true, force: true });
});

/** Asks for mail on the page of notices, as whoever is signed in. */
async function wantMail(page, to) {
    await page.goto('/notices');
    await page.getByLabel('电子邮件地址').fill(to);
    await page.getByLabel('有新的待办或者通知时发邮件给我').check();
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByLabel('有新的待办或者通知时发邮件给我')).toBeChecked();
}

async function letterTo(to) {
    await expect.poll(() => mail.to(to).length, soon).toBe(1);
    return mail.to(to)[0];
}

/** Opens an address as somebody who is signed in nowhere: through the sign-in to the page itself. */
async function follow(page, context, link, login) {
    await context.clearCookies();
    await page.goto(link);
    await expect(page).toHaveURL(/\/sign-in/);
    await fillSignIn(page, login, people().find((one) => one.login === login).password);
    await expect(page).toHaveURL(link);
}

/** A case of the water bureau that runs and of which something was made public. */
async function openMatter(page) {
    const as_json = { headers: { accept: 'application/json' } };
    const { cases } = await (await page.request.get('/cases?unit=water', as_json)).json();
    for (const one of cases.filter((each) => !each.closed))
        if ((await page.request.get(`/public/matters/${one.id}`, as_json)).status() === 200)
            return { home: `/cases/${one.id}`, number: one.number, title: one.case_title };
    throw new Error('the sample has no open matter of the water bureau');
}

const eventsOf = (kind) => receiver.events.filter((one) => JSON.parse(one.body).subject === kind);

let matter;

test('a letter names the task of an open matter, and its link leads to the sheet',
    async ({ page, context, signIn, look }) => {
        test.setTimeout(300_000);
        await signIn('legal_water');
        await wantMail(page, 'legal@example.gov.cn');

        await signIn('sponsor');
        matter = await openMatter(page);
        const subject = '采砂规划修改稿';
        await page.goto(matter.home);
        await act(page, 'circulation.opened', {
            subject, prepares: 'nothing', rule_of_signing: 'everybody',
            signers: [{ turn: '1', seat: 'legal_officer', unit: 'water' }], message: '请审核。',
        });
        const letter = await letterTo('legal@example.gov.cn');
        expect(letter.from).toBe('juece@example.gov.cn');
        expect(letter.subject).toBe(`待办：签署意见（${matter.number}《${matter.title}》）`);
        expect(letter.text).toContain(`事项：${matter.number}《${matter.title}》`);
        expect(letter.text).toContain('办理：签署意见');
        const link = letter.text.match(/^https?:\/\/\S+$/m)[0];
        expect(link).toBe(`${address}${matter.home}/sheets`);

        await follow(page, context, link, 'legal_water');
        // the same task waits in the application, and every page says so at its top
        await expect(page.locator('.who a[href="/notices"] .count')).toHaveText(/^\d+\+? 条未读$/);
        await look('letter-followed');
        const sheet = page.locator('.sheet', { hasText: subject });
        await sheet.getByRole('button', { name: '同意', exact: true }).click();
        await expect(page.locator('.note.good[role=status]')).toContainText('签署意见');
        // what was signed is notified no more; whatever else was unread is marked
        await page.goto('/notices');
        const rest = page.getByRole('button', { name: '全部标为已读' });
        if (await rest.count() > 0)
            await rest.click();
        await expect(page.locator('.who a[href="/notices"] .count')).toHaveCount(0);
    });

test('of a matter that is not open a letter says only that something waits, and where',
    async ({ page, context, signIn }) => {
        await signIn('office');
        await wantMail(page, 'office@example.gov.cn');
        await signIn('sponsor');
        const title = '不在邮件中出现的事项';
        await page.goto('/cases/new');
        await act(page, 'intake.proposed', {
            title, matter: 'plan', proposer: 'department', proposer_name: '区水务局', in_writing: true,
            main_problem: '现有布局不合理。', reasons: '年度重点工作。',
            legal_basis: '《重大行政决策程序暂行条例》第三条。', necessity_and_feasibility: '必要可行。',
            main_measures: '调整布局。', documents: [paper('决策事项建议书', '建议纳入。')],
        });
        const home = new URL(page.url()).pathname;
        const letter = await letterTo('office@example.gov.cn');
        expect(letter.subject).toBe('您有一项新的待办');
        expect(letter.text).toBe(`您有一项新的待办\r\n\r\n${address}${home}\r\n`);
        await follow(page, context, `${address}${home}`, 'office');
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);

        // the event of the same act has its number, and no title
        await expect.poll(() => eventsOf('intake.proposed').length, soon).toBe(1);
        const [event] = eventsOf('intake.proposed');
        expect(event.body).not.toContain(title);
        expect(JSON.parse(event.body).source).toBe(`${address}${home}`);
    });

test('every act is posted as an event whose signature holds', async () => {
    await expect.poll(() => eventsOf('circulation.given').length, soon).toBe(1);
    const [event] = eventsOf('circulation.opened');
    expect(event.headers['content-type']).toContain('application/cloudevents+json');
    expect(isSigned(event, secret)).toBe(true);
    expect(isSigned({ ...event, body: `${event.body} ` }, secret)).toBe(false);
    const told = JSON.parse(event.body);
    expect(told).toMatchObject({ specversion: '1.0', type: 'cn.juece.act.entered',
        source: `${address}${matter.home}` });
    expect(told.data).toMatchObject({ kind: 'circulation.opened', number: matter.number,
        title: matter.title, link: `${address}${matter.home}` });
    expect(told.data.hash).toMatch(/^[0-9a-f]{64}$/);
    // each once, in the order of the acts
    const ids = receiver.events.map((one) => one.headers['webhook-id']);
    expect(new Set(ids).size).toBe(ids.length);
    expect(receiver.events.every((one) => isSigned(one, secret))).toBe(true);
});

test('what nobody takes becomes a dead letter that the system administrator settles',
    async ({ page, signIn, look }) => {
        test.setTimeout(300_000);
        await receiver.close();
        const before = receiver.events.length;
        await signIn('sponsor');
        for (const words of ['请知悉。', '请再次知悉。']) {
            await page.goto(matter.home);
            await act(page, 'circulation.copied', {
                to: [{ seat: 'department_head', unit: 'transport' }], message: words });
        }
        await signIn({ role: 'system_administrator' });
        const rows = page.locator('main table tbody tr', { hasText: '对外推送' });
        await expect(async () => {
            await page.goto('/administration/deliveries');
            await expect(rows).toHaveCount(2, { timeout: 500 });
        }).toPass(soon);
        await expect(page.locator('main')).not.toContainText(matter.title);
        await look('deliveries-dead');

        // the older one again, now that somebody listens; the other not any more
        await receiver.open();
        await rows.last().getByRole('button', { name: '重新发送' }).click();
        await expect(rows).toHaveCount(1);
        await rows.first().getByRole('button', { name: '不再发送' }).click();
        await expect(page.getByText('没有未送达的通知。')).toBeVisible();
        await look('deliveries-settled');
        await expect.poll(() => receiver.events.length, soon).toBe(before + 1);
        const event = receiver.events.at(-1);
        expect(JSON.parse(event.body).subject).toBe('circulation.copied');
        expect(isSigned(event, secret)).toBe(true);
    });
