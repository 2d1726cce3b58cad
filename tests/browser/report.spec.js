// The annual report: a unit answers from its desk, the compiler checks and reads, and every number
// of last year's report leads to what is behind it.
import { expect, test } from './house.js';

test('a unit answers from its desk and the compiler takes the answer', async ({ page, signIn, look }) => {
    await signIn('clerk_data');
    await page.goto('/?kind=collection.answered');
    await page.locator('main table a[href$="/report/answers"]').first().click();
    await expect(page).toHaveURL(/\/reports\/\d{4}\/answers$/);
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
    await unit.locator('form.inline button.primary').click();
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
