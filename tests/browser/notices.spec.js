// What came to a seat: the list, the wish for mail, the calendar.
import { expect, test } from './house.js';

test('what came to a seat is told, and its limits go into a calendar', async ({ page, signIn, look }) => {
    await signIn('sponsor');
    // what the acts of the sample announced is taken in after the start
    await expect(async () => {
        await page.goto('/notices');
        await expect(page.locator('main table tbody tr').first()).toBeVisible({ timeout: 500 });
    }).toPass();
    await look('notices');
    const read_all = page.getByRole('button', { name: '全部标为已读' });
    if (await read_all.count() > 0)
        await read_all.click();
    await expect(page.getByText('未读', { exact: true })).toHaveCount(0);

    await page.getByLabel('电子邮件地址').fill('sponsor@example.gov.cn');
    await page.getByLabel('有新的待办或者通知时发邮件给我').check();
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByLabel('电子邮件地址')).toHaveValue('sponsor@example.gov.cn');
    await expect(page.getByLabel('有新的待办或者通知时发邮件给我')).toBeChecked();

    await page.getByRole('button', { name: /(生成|更换)订阅地址/ }).click();
    const address = await page.locator('main code').innerText();
    await look('notices-calendar');
    const calendar = await page.request.get(address);
    expect(calendar.headers()['content-type']).toContain('text/calendar');
    expect((await calendar.text()).startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
    await page.getByRole('button', { name: '停用订阅地址' }).click();
    await expect(page.getByRole('button', { name: '生成订阅地址' })).toBeVisible();
    expect((await page.request.get(address)).status()).toBe(404);

    // through the notice to the case
    await page.locator('main table tbody tr a').first().click();
    await expect(page).toHaveURL(/\/cases\/\d+/);
});
