// A citizen without an account comments on a draft, and the sponsor takes the opinions on file,
// decides them and answers the public; the citizen finds the answer by receipt.
import { fillSignIn, expect, test, people } from './house.js';
import { send } from './desk.js';

const words = '第三条应当写明牵头单位。我叫黎小敏，电话13800138000。';

/** Forms for everybody are not taken from machines: no hand is quicker than three seconds. */
const asAHandWould = (page) => page.waitForTimeout(3_200);

/** The first consultation that is open, and who works on it. */
async function openMatter(page) {
    await page.goto('/public');
    const card = page.locator('.public-card', { has: page.locator('a.primary[href$="/opinions"]') }).first();
    await expect(card).toBeVisible();
    const href = await card.locator('h3 a').getAttribute('href');
    return { href, title: await card.locator('h3').innerText(), unit: (await card.locator('.dim').first().innerText()).split(' · ')[0] };
}

test('a citizen comments and finds the answer of the sponsor', async ({ page, signIn, look }, info) => {
    test.setTimeout(180_000);
    const matter = await openMatter(page);
    await look('public-front');
    await page.goto(matter.href);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(matter.title);
    await look('public-matter');

    // the papers can be had without an account
    const paper = page.locator('.documents a').first();
    const got = await page.request.get(await paper.getAttribute('href'));
    expect(got.status()).toBe(200);
    expect(got.headers()['content-disposition']).toContain('attachment');

    // ---- the form: what is wrong is named, what was typed stays
    await page.locator('a.primary[href$="/opinions"]').first().click();
    await look('public-form');
    await page.locator('#words').fill(words);
    await page.locator('#name').fill('黎小敏');
    await page.locator('#contact').fill('13800138000');
    await page.locator('#kind').selectOption('enterprise');
    await page.locator('#files').setInputFiles({ name: '图.svg', mimeType: 'image/png', buffer: Buffer.from('<svg/>') });
    await asAHandWould(page);
    await page.locator('main button.primary').click();
    await expect(page.locator('main .alert')).toBeFocused();
    await expect(page.locator('main .alert')).toContainText('图.svg');
    await expect(page.locator('#words')).toHaveValue(words);
    await expect(page.locator('#kind')).toHaveValue('enterprise');
    await look('public-form-refused');

    await page.locator('#files').setInputFiles({ name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('补充说明') });
    await asAHandWould(page);
    await page.locator('main button.primary').click();
    await expect(page.locator('.receipt')).toHaveText(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$/);
    const receipt = await page.locator('.receipt').innerText();
    await look('public-receipt');

    // ---- the sponsor
    const clerk = people().find((one) => one.role === 'sponsor_clerk' && one.rest.includes(matter.unit));
    await signIn(clerk.login);
    const home = matter.href.replace('/public/matters/', '/cases/');
    await page.goto(home);
    await page.getByRole('link', { name: '收到的意见' }).click();
    const mine = page.locator('tbody tr', { hasText: '黎小敏' }).last();
    await expect(mine).toContainText('说明.txt');
    await look('opinions');

    // a letter
    await page.locator('#l-channel').selectOption('letter');
    await page.locator('#l-received').fill(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date()));
    await page.locator('#l-words').fill(`来信：${info.project.name}，建议增加公交班次。`);
    await page.getByRole('button', { name: '登记来信' }).click();
    await expect(page.locator('.note.good')).toContainText('GZ-');

    // into a group, and what is to be decided on the whole group
    const group = `牵头单位${info.project.name}`;
    await mine.locator('input[name=n]').check();
    await page.locator('#issue').fill(group);
    await page.getByRole('button', { name: '归入分组' }).click();
    await expect(mine).toContainText(group);
    await page.locator('input[name=whose][value=group]').check();
    await page.locator('select[name=group]').selectOption(group);
    await page.locator('input[name=outcome][value=partly_adopted]').check();
    await page.locator('#reason').fill('已写明牵头单位；联系电话另行公布。');
    await page.getByRole('button', { name: '记下采纳情况' }).click();
    await expect(mine).toContainText('部分采纳');

    // one act records them, one act decides them
    for (const act of ['record', 'decide']) {
        await send(page.locator(`form:has(input[name=act][value=${act}])`));
        const remarks = page.locator('main .card.narrow a.button.primary');
        if (await remarks.count() > 0) {
            await remarks.click();
            await page.goto(`${home}/opinions`);
        }
    }
    await expect(mine).toContainText('已决定');
    await look('opinions-decided');

    // who publishes sees what is masked, before the feedback
    await page.goto(`${home}/masking`);
    await expect(page.locator('tbody')).toContainText('黎*');
    await look('masking');

    // ---- before the feedback the citizen sees that it is on file, not what was decided
    await page.goto(`/public/receipts?number=${receipt}`);
    await expect(page.locator('main')).toContainText('已归入案卷');
    await expect(page.locator('main')).not.toContainText('联系电话另行公布');
});

test('what is published names nobody', async ({ page, look }) => {
    await page.goto('/public/decisions');
    await look('public-decisions');
    const years = page.locator('#year option');
    expect(await years.count()).toBeGreaterThan(2);
    await page.locator('tbody a').first().click();
    await expect(page.locator('#h-answers')).toBeVisible();
    await expect(page.locator('#h-answers ~ table')).toContainText('* · ');
    await look('public-decided-matter');
    await page.goto('/public/consultations');
    await expect(page.locator('.light.grey').first()).toContainText('已经截止');
    await look('public-consultations');
    await page.goto('/public/receipts?number=2222-2222-2222-2222');
    await look('public-receipt-unknown');
});

test('a closed consultation says since when', async ({ page, look }) => {
    await page.goto('/public/consultations');
    const closed = page.locator('tbody tr', { has: page.locator('.light.grey') }).first().locator('a');
    const href = await closed.getAttribute('href');
    await page.goto(`${href}/opinions`);
    await expect(page.locator('main .note')).toContainText('截止');
    await expect(page.locator('main button.primary')).toHaveCount(0);
    await look('public-form-closed');
});

test('the public pages are read large, in high contrast and in English', async ({ page, look }) => {
    test.setTimeout(300_000);
    const matter = await openMatter(page);
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', /^en/);
    await look('public-front-english');
    await page.goto(matter.href);
    await look('public-matter-english');
    await page.goto(`${matter.href}/opinions`);
    await look('public-form-english');
    await page.goto('/looks?size=30&back=/public');
    await page.goto('/looks?contrast=high&back=/public');
    await look('public-front-large');
    await page.goto(`${matter.href}/opinions`);
    await look('public-form-large');
    await page.goto(matter.href);
    await look('public-matter-large');
});

test('a citizen needs no scripts', async ({ browser, baseURL, viewport }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL, viewport });
    const page = await context.newPage();
    const matter = await openMatter(page);
    await page.goto(`${matter.href}/opinions`);
    await page.locator('#words').fill('没有脚本也能提意见。');
    await page.locator('main button.primary').click();
    // too quick for a hand: it says so, and what was typed is there
    await expect(page.locator('main .alert')).toContainText('太快');
    await expect(page.locator('#words')).toHaveValue('没有脚本也能提意见。');
    await asAHandWould(page);
    await page.locator('main button.primary').click();
    const receipt = await page.locator('.receipt').innerText();
    await page.goto('/public/receipts');
    await page.locator('#number').fill(receipt.toLowerCase().replaceAll('-', ' '));
    await page.locator('main button').click();
    await expect(page.locator('main')).toContainText('没有脚本也能提意见。');
    await context.close();
});
