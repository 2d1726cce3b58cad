// Those who read and count: the compiler of the annual report, the auditor; and the administrators,
// who see no case.
import { expect, test } from './house.js';

test('the compiler finds the acts behind a figure of the year', async ({ page, signIn, look }) => {
    await signIn('compiler');
    await page.goto('/figures?year=2024');
    await look('compiler-figures');
    const row = page.locator('tr', { has: page.locator('code', { hasText: /^DEC\.adopted$/ }) });
    const counted = Number(await row.locator('td').nth(1).innerText());
    expect(counted).toBeGreaterThan(0);
    await row.getByRole('link').first().click();
    await look('compiler-figure');
    // every unit of the figure is an act that can be opened
    await expect(page.locator('main table tbody tr')).toHaveCount(counted);
    await page.locator('main table tbody tr a').first().click();
    await expect(page).toHaveURL(/\/cases\/\d+/);
    await page.goto('/reports/2024');
    await expect(page.locator('main')).toContainText(String(counted));
    await look('compiler-report');
});

test('the auditor reads everything and changes nothing', async ({ page, signIn, look }) => {
    await signIn('auditor');
    await page.goto('/cases');
    await page.locator('main table tbody a').first().click();
    await look('auditor-case');
    await expect(page.locator('form.act')).toHaveCount(0);
    const home = new URL(page.url()).pathname;
    const csrf = await page.locator('input[name=csrf]').first().inputValue();
    const tried = await page.request.post(`${home}/acts`, {
        form: { csrf, kind: 'circulation.copied', act_id: 'auditor-tries-1', seen: '1' },
    });
    expect(tried.status()).toBe(403);
    expect((await page.request.get('/cases/new')).status()).toBe(403);
});

for (const login of ['admin', 'security', 'audit_admin'])
    test(`the administrator ${login} sees no case`, async ({ page, signIn, look }) => {
        await signIn(login);
        await look(`home-${login}`);
        for (const path of ['/cases', '/cases/1', '/figures', '/search?words=x', '/overview', '/meetings'])
            expect((await page.request.get(path)).status(), path).toBe(403);
        await page.goto('/administration');
        await look(`administration-${login}`);
        // only the audit administrator reads the log
        expect((await page.request.get('/audit')).status()).toBe(login === 'audit_admin' ? 200 : 403);
    });
