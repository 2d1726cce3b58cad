// The annual report: a unit answers from its desk, the compiler checks and reads, and every number
// of last year's report leads to what is behind it.
import { send, unfold } from './desk.js';
import { expect, test } from './house.js';

test('a unit answers from its desk and the compiler takes the answer', async ({ page, signIn, look }) => {
    await signIn('clerk_data');
    await page.goto('/?kind=collection.answered');
    await page.locator('main table a[href*="/report/answers"]').first().click();
    await expect(page).toHaveURL(/\/reports\/\d{4}\/answers#act-collection\.answered$/);
    await look('report-answers');
    const form = page.locator('form.act');
    for (const value of await form.locator('input[name$="].value"]').all())
        await value.fill('100');
    for (const source of await form.locator('input[name$="].source"]').all())
        await source.fill('后台统计');
    await form.locator('button.primary').click();
    await expect(page.locator('.note.good[role=status]')).toBeVisible();
    await look('report-answered');

    await signIn('compiler');
    await page.goto('/reports');
    await look('reports');
    await page.locator('main table tbody a').first().click();
    await look('report-being-compiled');
    const unit = page.locator('section.card', { has: page.locator('#h-unit-data') });
    await unit.locator('form:has([value="collection.accepted"]) button.primary').click();
    await expect(page.locator('.note.good[role=status]')).toBeVisible();
    await expect(unit.locator('.tag.good').first()).toBeVisible();
});

test('every number of the published report leads to the acts behind it', async ({ page, signIn, look }) => {
    await signIn('compiler');
    await page.goto('/reports');
    await page.locator('main table tbody tr').nth(1).getByRole('link').first().click();
    await look('report-published');
    const text = page.locator('article.report-text');
    await expect(text).toContainText('法治政府建设年度报告');
    const number = text.locator('a[href*="/acts/"]').first();
    const words = await number.innerText();
    expect(words).toMatch(/\d/);
    await number.click();
    await expect(page).toHaveURL(/\/cases\/\d+\/acts\/\d+$/);
    await page.goBack();
    await text.locator('a[href^="/figures/"]').first().click();
    await expect(page.locator('main table tbody tr').first()).toBeVisible();
});

test('the compiler writes beside the figures and sees what was typed by hand', async ({ page, signIn, look }) => {
    await signIn('compiler');
    await page.goto('/reports');
    await page.locator('main table tbody a').first().click();
    await page.locator('nav.tabs a[href$="/text"]').click();
    await look('report-text');
    const section = page.locator('#documents');
    await section.locator('textarea').fill('作出重大行政决策数9999项。');
    await section.locator('button.primary').click();
    await expect(page.locator('#documents .typed .error')).toContainText('9999');
});

test('the report is downloaded and the years are compared', async ({ page, signIn, look }) => {
    await signIn('compiler');
    await page.goto('/reports');
    await page.locator('main table tbody tr').nth(1).getByRole('link').first().click();
    const url = new URL(page.url()).pathname;
    for (const format of ['docx', 'pdf', 'md', 'xlsx', 'csv', 'json'])
        expect((await page.request.get(`${url}/files/report.${format}`)).status(), format).toBe(200);
    await page.goto(`${url}/years`);
    await expect(page.locator('svg.year-chart').first()).toBeVisible();
    await look('report-years');
});

test('the gate leads to the page on which a finding is mended', async ({ page, signIn, look }) => {
    await signIn('compiler');
    await page.goto('/reports');
    await page.locator('main table tbody a').first().click();
    await page.locator('#gate form.inline button.primary').click();
    await expect(page.locator('.note.good[role=status]')).toBeVisible();
    await look('report-gate');
    // A decision that no entry of the catalogue announced is linked on the page of the catalogue.
    const stray = page.locator('#gate a.mend[href*="#strays"]').first();
    await stray.click();
    await expect(page).toHaveURL(/\/catalogue\?year=\d{4}#strays$/);
    await expect(page.locator('#strays')).toBeVisible();
});

test('a year is asked for, answered, checked, explained and frozen, and leaves the house as a document', async ({ page, signIn, look }, info) => {
    test.setTimeout(300_000);
    const year = info.project.name === '1280' ? 2024 : 2023; // each width has a year of its own
    const report = `/reports/${year}`;
    const done = page.locator('.note.good[role=status]');
    await signIn('compiler');
    await page.goto('/reports');
    await unfold(page.locator('details.offer', { has: page.locator('#open-year') }));
    await page.locator('#open-year').selectOption(String(year));
    await send(page.locator('form', { has: page.locator('#open-year') }));
    await expect(page.locator('h1')).toContainText(String(year));

    const ask = await unfold(page.locator('#requests details.offer'));
    await ask.locator('[name="f.unit"]').selectOption('data');
    await ask.locator('[name="f.answer_by"]').fill('2099-01-31');
    await ask.locator('[name="f.indicators"]').first().check();
    await send(ask.locator('form'));
    await expect(done).toBeVisible();

    await signIn('clerk_data');
    await page.goto(`${report}/answers`);
    const answer = page.locator('form.act');
    await answer.locator('input[name$="].value"]').first().fill('100');
    await answer.locator('input[name$="].source"]').first().fill('业务台账');
    await send(answer);
    await expect(done).toBeVisible();

    await signIn('compiler');
    await page.goto(report);
    await send(page.locator('#h-unit-data ~ form:has([value="collection.accepted"])'));
    await expect(done).toBeVisible();
    await send(page.locator('#gate form.inline'));
    await expect(done).toBeVisible();
    await look('report-checked');
    // What blocks is explained, kind by kind; each explanation takes its form away.
    const unexplained = page.locator('#gate details.options', { has: page.locator('[name="f.finding"]') });
    for (let left = await unexplained.count(); left > 0; --left) {
        const one = await unfold(unexplained.first());
        await one.locator('[name="f.reason"]').fill('当年尚未启用本系统，已逐件核对纸质案卷。');
        await one.locator('button').click();
        await expect(unexplained).toHaveCount(left - 1);
    }
    await send(page.locator('form[action$="/frozen"]'));
    await expect(page.locator('#gate code')).toContainText(/SHA-256 [0-9a-f]{64}/);
    await look('report-frozen');
    const document = await page.request.get(`${report}/files/report.docx`);
    expect((await document.body()).subarray(0, 2).toString()).toBe('PK');
});

test('figures of earlier years are tried, entered and marked', async ({ page, signIn, look }, info) => {
    // Each width of the window has a year of its own.
    const year = 2010 + [...info.project.name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 8;
    const table = (unit) => ({ name: '往年数据.csv', mimeType: 'text/csv', buffer: Buffer.from(
        `年度,指标代码,数值,单位,来源\n${year},LEGAL.matters,707,${unit},${year}年年度报告\n`) });
    await signIn('compiler');
    await page.goto('/reports');
    await page.locator('main a[href="/reports/import"]').click();
    await look('figures-import');
    await page.locator('input[name=file]').setInputFiles(table('件'));
    await page.locator('form[enctype] button.primary').last().click();
    await expect(page.getByText('第2行')).toBeVisible();
    await look('figures-import-faults');
    await page.locator('input[name=file]').setInputFiles(table('项'));
    await page.locator('form[enctype] button.primary').last().click();
    await expect(page.locator('#h-good')).toBeVisible();
    await look('figures-import-tried');
    await page.locator('section[aria-labelledby=h-good] button.primary').click();
    await page.locator(`.note.good a[href="/reports/${year}"]`).click();
    await expect(page.locator('#h-taken')).toBeVisible();
    await page.locator('#figures summary').click();
    await expect(page.locator('#figures .tag').first()).toHaveText('补录');
    await look('report-taken-over');
    await page.locator('nav.tabs a[href$="/years"]').click();
    await expect(page.locator('main td .tag').first()).toHaveText('补录');
});

test('the published report has a picture that everybody sees', async ({ page, signIn, look }) => {
    await signIn('compiler');
    await page.goto('/reports');
    const published = page.locator('main table tbody tr', { hasText: '已公开' }).first();
    await published.getByRole('link').first().click();
    await unfold(page.locator('#picture'));
    await look('report-picture');
    const home = await page.locator('#picture a[href^="/public/reports/"]').getAttribute('href');

    await page.context().clearCookies();
    await page.goto('/public');
    await page.locator(`main a[href="${home}"]`).click();
    await expect(page.locator('main table tbody tr').first()).toBeVisible();
    await look('public-report');
    // The picture is drawn, whole, and its words are words.
    const picture = page.locator('img.one-page');
    await expect(picture).toBeVisible();
    expect(await picture.evaluate((one) => one.complete && one.naturalWidth > 0)).toBe(true);
    const svg = await (await page.request.get(`${home}/picture.svg`)).text();
    expect(svg).toContain('一图读懂');
    for (const format of ['png', 'pdf'])
        expect((await page.request.get(`${home}/picture.${format}`)).status(), format).toBe(200);
    // No words run over the edge of the page, whatever font the browser took.
    const outside = await page.evaluate((words) => {
        const read = new DOMParser().parseFromString(words, 'image/svg+xml').documentElement;
        const drawn = document.body.appendChild(document.importNode(read, true));
        const { width, height } = drawn.viewBox.baseVal;
        return [...drawn.querySelectorAll('text')].filter((one) => {
            const box = one.getBBox();
            return box.x < 0 || box.x + box.width > width + 1 || box.y < 0 || box.y + box.height > height + 1;
        }).map((one) => one.textContent);
    }, svg);
    expect(outside).toEqual([]);
});
