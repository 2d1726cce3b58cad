// Administrators keep the house: each their own part, everything as an act on record.
import { expect, people, test } from './house.js';
import { fill, paper, send, today, unfold } from './desk.js';

async function act(page, kind, body) {
    await page.goto('/administration');
    const form = page.locator(`details[id="act-${kind}"]`);
    await unfold(form);
    await fill(form, body);
    await send(form);
}

test('an account is made, appointed, replaced and handed over, each by the one in charge',
    async ({ page, signIn, look }, info) => {
        // both widths run on the same demo
        const login = `newcomer-${info.project.name.replace(/\W/g, '')}-${Date.now() % 100000}`;

        await signIn({ role: 'system_administrator' });
        await page.goto('/administration');
        await look('administration');
        await expect(page.locator('[id="act-appointments.made"]')).toHaveCount(0);
        const adding = page.locator('details[id="act-people.added"]');
        await adding.locator('summary').first().click();
        await fill(adding, { person_name: '写到一半' });
        await page.waitForTimeout(1_000); // a draft is kept when nothing was typed for a moment
        await page.reload();
        await expect(adding).toHaveAttribute('open', '');
        await expect(adding.locator('[name="f.person_name"]')).toHaveValue('写到一半');
        await act(page, 'people.added', { login, person_name: '新来的人' });
        await expect(page.locator('.note.good[role=status]')).toBeVisible();
        await look('administration-done');
        await expect(page.locator('section[aria-labelledby="h-acts"]')).toContainText(login);

        await signIn({ role: 'security_administrator' });
        await act(page, 'appointments.made',
            { login, appointed_role: 'sponsor_clerk', unit: 'water', from: today() });
        await page.goto(`/administration?words=${login}`);
        await expect(page.locator('main')).toContainText('新来的人');
        await look('administration-search');

        // the way in: a link that is shown once
        await act(page, 'people.link_handed_out', { login });
        await expect(page.locator('main')).toContainText('/sign-in/link?token=');
        await look('administration-link');

        // an administrator is never anything else beside
        await act(page, 'appointments.made',
            { login, appointed_role: 'audit_administrator', unit: 'data', from: today() });
        await expect(page.locator('[role=alert]')).toBeVisible();
        await look('administration-refused');

        await page.goto(`/administration?words=${people().find((p) => p.role === 'executor').login}`);
        const number = await page.locator('.held .num').first().innerText();
        await act(page, 'substitutions.set', {
            appointment: number, substitute: login, from: today(), until: today(),
            letter_of_authority: paper('授权书', `由${login}代理`),
        });
        await page.goto(`/administration?words=${login}`);
        await expect(page.locator('.held').first()).toContainText('代');
        await look('administration-substitution');

        await page.goto('/administration/acts?chapter=people');
        await expect(page.locator('main')).toContainText(`（${login}）`);
        await look('administration-acts');

        await page.goto('/administration/rights');
        await page.locator('details summary').first().click();
        await look('administration-rights');
    });

test('whoever does not administer has no way in', async ({ page, signIn }) => {
    await signIn({ role: 'sponsor_clerk' });
    await expect(page.locator('nav.main a[href="/administration"]')).toHaveCount(0);
    expect((await page.goto('/administration')).status()).toBe(403);
    await signIn({ role: 'system_administrator' });
    await expect(page.locator('nav.main a[href="/cases"]')).toHaveCount(0);
    expect((await page.goto('/cases')).status()).toBe(403);
});
