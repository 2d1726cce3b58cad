// A citizen proposes what should be decided; the office hands it to a unit, the unit reports, the
// office answers, and the citizen finds the answer by receipt.
import { act, today } from './desk.js';
import { expect, test } from './house.js';

/** Forms for everybody are not taken from machines: no hand is quicker than three seconds. */
const asAHandWould = (page) => page.waitForTimeout(3_200);

/** The catalogue of this year, set up where the sample has none that is open. */
async function catalogueOfTheYear(page, signIn) {
    await signIn('office');
    await page.goto(`/catalogue?year=${today().slice(0, 4)}`);
    const setUp = page.locator('a.primary', { hasText: '设立年度目录' });
    if (await setUp.count() > 0) {
        await setUp.click();
        await act(page, 'catalogue_call.set_up', { year: today().slice(0, 4) });
        await page.goto(`/catalogue?year=${today().slice(0, 4)}`);
    }
    return page.locator('.facts-line a[href$="/proposals"]').getAttribute('href');
}

test('a citizen proposes a decision and finds what became of it', async ({ page, signIn, look }, info) => {
    test.setTimeout(180_000);
    const title = `校园周边交通安全方案（${info.project.name}）`;
    const proposals = await catalogueOfTheYear(page, signIn);
    await page.context().clearCookies();

    await page.goto('/public');
    await page.locator('a.button[href="/public/proposals"]').click();
    await look('public-proposal');
    await page.locator('#title').fill(title);
    await page.locator('#basis').fill('道路交通安全法');
    await page.locator('#words').fill('放学时校门口车辆拥堵，学生过街不安全。');
    await page.locator('#name').fill('黎小敏');
    await page.locator('#contact').fill('13800138000');
    await asAHandWould(page);
    await page.locator('main button.primary').click();
    const receipt = await page.locator('.receipt').innerText();
    await expect(page.locator('main')).toContainText('等待交有关单位研究');
    await look('public-proposal-receipt');

    await signIn('office');
    await page.goto(`${proposals}?state=received`);
    await look('proposals');
    await page.getByRole('link', { name: title }).click();
    const chosen = new URL(page.url()).search;
    await expect(page.locator('main')).toContainText('13800138000');
    await look('proposal');
    await act(page, 'public_proposals.handed_over', { unit: 'water' });

    await signIn('sponsor');
    await page.goto(`${proposals}${chosen}`);
    await act(page, 'public_proposals.studied', { view: 'not_worth_deciding', opinion: '过街设施工程已经在建。' });

    await signIn('office');
    await page.goto(`${proposals}${chosen}`);
    await expect(page.locator('main')).toContainText('过街设施工程已经在建。');
    await act(page, 'public_proposals.answered', { answer: 'not_taken_up', reason: '已由在建的过街设施工程解决。' });

    await page.goto(`/public/receipts?number=${receipt}`);
    await expect(page.locator('main')).toContainText('经研究不采纳');
    await expect(page.locator('main')).toContainText('已由在建的过街设施工程解决。');
    await expect(page.locator('main')).not.toContainText('黎小敏');
    await look('public-proposal-answered');
});

test('a proposal needs no scripts', async ({ browser, baseURL, viewport, page: desk, signIn }) => {
    await catalogueOfTheYear(desk, signIn);
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL, viewport });
    const page = await context.newPage();
    await page.goto('/public/proposals');
    await page.locator('#title').fill('公园建设方案');
    await page.locator('#basis').fill('城市绿化条例');
    await page.locator('#words').fill('没有脚本也能提建议。');
    await page.locator('#name').fill('陈先生');
    await page.locator('#contact').fill('chen@example.cn');
    await asAHandWould(page);
    await page.locator('main button.primary').click();
    await expect(page.locator('.receipt')).toHaveText(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$/);
    await context.close();
});
