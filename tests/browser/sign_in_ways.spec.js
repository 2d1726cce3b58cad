// How people come in: a one-time link, a second factor, a provider of identities; what they see of
// their sessions, and what the audit administrator sees of it all. On a record of its own, so that
// no other story finds its people changed.
import { createHmac } from 'node:crypto';
import { execFile, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, fillSignIn, test as base } from './house.js';
import { client, startProvider } from './provider.js';
import { addressOf, freePort, newRecord, stopServer } from './server.js';

const run = promisify(execFile);
const juece = process.env.JUECE_BINARY;
const password = 'a phrase that is long enough';

let place, data, record, server, provider, address;

async function user(...args) {
    const { stdout } = await run(juece, ['user', '--data', data, ...record, ...args]);
    return stdout.trim();
}

async function link(login) {
    return user('link', login, '--address', address);
}

/** What an authenticator shows (RFC 6238) so many steps of 30 seconds from now. */
function code(secret, steps = 0) {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
    const bits = [...secret.replace(/\s/g, '')]
        .map((c) => letters.indexOf(c).toString(2).padStart(5, '0')).join('');
    const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
    const hash = createHmac('sha1', key).update(counter).digest();
    const number = hash.readUInt32BE(hash[19] & 15) & 0x7fffffff;
    return String(number % 1_000_000).padStart(6, '0');
}

const test = base.extend({ baseURL: async ({}, use) => use(address) });
test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
    place = await mkdtemp(path.join(tmpdir(), 'juece-sign-in-'));
    data = path.join(place, 'data');
    record = await newRecord();
    provider = await startProvider();
    const port = await freePort();
    address = `http://127.0.0.1:${port}`;
    provider.serve(`${address}/sign-in/openid/back`);
    await user('add-organ', 'gy', '高要区人民政府', '--level', 'county', '--place', 'gaoyao');
    await user('add-unit', 'data', '区政务服务和数据管理局', '--organ', 'gy');
    for (const [login, name, role] of [['lisi', '李思', 'sponsor_clerk'],
        ['wenjing', '文静', 'audit_administrator']]) {
        await user('add-person', login, name, '--no-password');
        await user('appoint', login, role, '--unit', 'data');
    }
    const secret = path.join(place, 'secret');
    await writeFile(secret, client.secret + '\n');
    await chmod(secret, 0o600);
    server = spawn(juece, ['serve', '--data', data, ...record, '--listen', `127.0.0.1:${port}`,
        '--address', address, '--openid-issuer', provider.issuer, '--openid-client', client.id,
        '--openid-secret-file', secret, '--openid-claim', 'employee'],
    { stdio: ['ignore', 'pipe', 'pipe'] });
    await addressOf(server);
});

test.afterAll(async () => {
    await stopServer(server);
    await provider?.close();
    if (place)
        await rm(place, { recursive: true, force: true });
});

let secret, codes;

test('a newcomer chooses a password by a link that works once', async ({ page, look }) => {
    const address = await link('lisi');
    await page.goto(address);
    await look('link');
    await page.locator('#password').fill('short');
    await page.locator('#again').fill('short');
    await page.locator('button.primary').click();
    await expect(page.locator('[role=alert]')).toBeVisible();
    await look('link-refused');
    await page.locator('#password').fill(password);
    await page.locator('#again').fill(password);
    await page.locator('button.primary').click();
    await expect(page.locator('.who')).toContainText('李思');
    await page.goto(address);
    await expect(page.locator('[role=alert]')).toBeVisible();
});

test('a second factor is turned on, and its recovery codes are shown once', async ({ page, look }) => {
    await page.goto('/sign-in');
    await fillSignIn(page, 'lisi', password);
    await page.goto('/account');
    await look('account');
    await page.getByRole('button', { name: '启用第二因素' }).click();
    await expect(page.locator('svg.qr')).toBeVisible();
    secret = await page.locator('code.secret').innerText();
    await page.locator('#code').fill('000000');
    await page.getByRole('button', { name: '确认启用' }).click();
    await expect(page.locator('[role=alert]')).toBeVisible();
    await look('second-factor');
    await page.locator('#code').fill(code(secret, -1));
    await page.getByRole('button', { name: '确认启用' }).click();
    await expect(page.locator('.codes li')).toHaveCount(10);
    codes = await page.locator('.codes li').allInnerTexts();
    await look('recovery-codes');
    await page.locator('a.button.primary').click();
    await expect(page.getByText('已启用')).toBeVisible();
    await look('account-second-factor');
});

test('from then on a sign-in takes two steps, and a code serves once', async ({ page, look }) => {
    await page.goto('/sign-in?next=%2Fcases');
    await fillSignIn(page, 'lisi', password);
    await expect(page).toHaveURL(/\/sign-in\/code/);
    await look('code');
    const now = code(secret);
    await page.locator('#code').fill(now);
    await page.locator('button.primary').click();
    await expect(page).toHaveURL(/\/cases$/);

    await page.locator('form[action="/sign-out"] button').click();
    await fillSignIn(page, 'lisi', password);
    await page.locator('#code').fill(now);
    await page.locator('button.primary').click();
    await expect(page.locator('[role=alert]')).toBeVisible();
    await look('code-refused');
    await page.locator('#code').fill(codes.pop());
    await page.locator('button.primary').click();
    await expect(page.locator('.who')).toContainText('李思');
});

test('people sign in with the provider of identities', async ({ page, look }) => {
    await page.goto('/sign-in?next=%2Faccount');
    await look('sign-in-openid');
    await page.getByRole('link', { name: '统一身份认证登录' }).click();
    // the provider's own pages
    await page.locator('input[name=login]').fill('lisi');
    await page.locator('input[name=password]').fill('whatever it is');
    await page.locator('button[type=submit]').click();
    await page.locator('button[type=submit]').click();
    await expect(page).toHaveURL(/\/account$/);
    await expect(page.locator('main')).toContainText('统一身份认证');
    await look('account-openid');
});

test('whom nobody knows here the provider does not bring in', async ({ page, look }) => {
    await page.goto('/sign-in');
    await page.getByRole('link', { name: '统一身份认证登录' }).click();
    await page.locator('input[name=login]').fill('stranger');
    await page.locator('input[name=password]').fill('whatever it is');
    await page.locator('button[type=submit]').click();
    await page.locator('button[type=submit]').click();
    await expect(page.locator('[role=alert]')).toContainText('没有登记您的账户');
    await look('openid-refused');
});

test('an answer that another browser asked for is not taken', async ({ page }) => {
    const response = await page.goto('/sign-in/openid/back?code=x&state=made-up');
    expect(response.status()).toBe(401);
    await expect(page.locator('[role=alert]')).toBeVisible();
});

test('the audit administrator finds and exports it all', async ({ page, look }) => {
    await page.goto(await link('wenjing'));
    await page.locator('#password').fill(password);
    await page.locator('#again').fill(password);
    await page.locator('button.primary').click();
    await page.getByRole('link', { name: '审计日志', exact: true }).click();
    await expect(page.locator('tbody tr').first()).toBeVisible();
    await look('audit');
    await page.locator('#who').fill('lisi');
    await page.locator('#outcome').selectOption('refused');
    await page.getByRole('button', { name: '筛选' }).click();
    await expect(page.locator('tbody')).toContainText('验证码错误');
    await look('audit-filtered');
    const [file] = await Promise.all([page.waitForEvent('download'),
        page.getByRole('link', { name: '导出CSV' }).click()]);
    expect(file.suggestedFilename()).toBe('audit.csv');
    await page.goto('/looks?language=en&back=%2Faudit');
    await look('audit-english');
    await page.goto('/account');
    await look('account-english');
    const { stdout } = await run(juece, ['verify', '--data', data, ...record]);
    expect(stdout).toContain('✓ 审计日志');
});
