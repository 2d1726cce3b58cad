// The inner system is down: a plain web server shows what `juece site` wrote, without scripts. A
// citizen reads on, and is told where opinions are sent and which other ways there are.
import { checkAxe, checkWidth, expect, picture, test } from './house.js';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const address = 'https://juece.example.gov.cn';
const types = { '.html': 'text/html', '.css': 'text/css', '.svg': 'image/svg+xml',
    '.atom': 'application/atom+xml', '.png': 'image/png', '.txt': 'text/plain; charset=utf-8' };

let place;
let server;
let home;

test.beforeAll(async () => {
    place = await mkdtemp(path.join(tmpdir(), 'juece-site-'));
    const site = path.join(place, 'site');
    await promisify(execFile)(process.env.JUECE_BINARY, ['site', '--data', process.env.JUECE_DATA,
        ...JSON.parse(process.env.JUECE_RECORD), '--address', address, site]);
    server = createServer(async (asked, answer) => {
        const file = decodeURIComponent(asked.url.split('?')[0]);
        try {
            const bytes = await readFile(path.join(site, file));
            answer.writeHead(200, { 'Content-Type': types[path.extname(file)] ?? 'application/octet-stream' });
            answer.end(bytes);
        } catch {
            answer.writeHead(404).end();
        }
    });
    await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
    home = `http://127.0.0.1:${server.address().port}`;
});

test.afterAll(async () => {
    server?.closeAllConnections();
    server?.close();
    await rm(place, { recursive: true, force: true });
});

test('the public reads on while the server is down', async ({ browser }, info) => {
    const page = await browser.newPage({ ...info.project.use, javaScriptEnabled: false });
    const look = async (name) => {
        await picture(page, info.project.name, name);
        await checkWidth(page);
    };
    const missing = [];
    page.on('response', (one) => one.status() >= 400 && missing.push(one.url()));
    await page.goto(`${home}/index.html`);
    await expect(page.locator('main .note').first()).toContainText(address);
    await expect(page.locator('form')).toHaveCount(0);
    await look('copy-front');

    // ---- an open consultation: its papers, and the ways to say something on it
    const card = page.locator('.public-card').first();
    const title = await card.locator('h3').innerText();
    await card.locator('h3 a').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.locator(`main a[href^="${address}/public/matters/"]`).first()).toBeVisible();
    await expect(page.getByText('电话、信函').first()).toBeVisible();
    const paper = page.locator('.documents a').first();
    const got = await page.request.get(new URL(await paper.getAttribute('href'), page.url()).href);
    expect(got.status()).toBe(200);
    await look('copy-matter');

    // ---- lists, page after page, and the hearing that people may apply for
    await page.locator('nav.main').getByRole('link', { name: '听证会' }).click();
    await expect(page.getByText('正在报名').first()).toBeVisible();
    await look('copy-hearings');
    await page.locator('nav.main').getByRole('link', { name: '征求意见' }).click();
    await page.getByRole('link', { name: '下一页' }).click();
    await expect(page).toHaveURL(/consultations-2\.html$/);
    await page.locator('nav.main').getByRole('link', { name: '查询提交情况' }).click();
    await expect(page.locator('main')).toContainText(`${address}/public/receipts`);

    // ---- the same page in English, and back home
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page).toHaveURL(/\/en\/receipts\.html$/);
    await page.locator('nav.main a').first().click();
    await expect(page.locator('.public-card h3 a[lang="zh-CN"]').first()).toBeVisible();
    await look('copy-english');
    expect(missing).toEqual([]);
    await page.close();
});

test('everybody can read the copy', async ({ page }) => {
    for (const file of ['index', 'hearings', 'decisions', 'receipts', 'en/index', 'en/catalogue']) {
        await page.goto(`${home}/${file}.html`);
        await checkAxe(page); // which needs scripts to look with
    }
});
