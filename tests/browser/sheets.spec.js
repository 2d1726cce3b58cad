// Approvals inside a step: a sheet goes round, a head of department signs it on a phone, another
// returns it, a copy is read.
import { act, paper, unfold } from './desk.js';
import { expect, test } from './house.js';

const done = (page) => page.locator('.note.good[role=status]');
const sheet = (page, subject) => page.locator('.sheet', { hasText: subject });

const unfolded = (within, words) =>
    unfold(within.locator('details', { has: within.page().locator('summary', { hasText: words }) }).first());

test('a sheet goes round, is returned, signed and used', async ({ page, signIn, look }, info) => {
    test.setTimeout(180_000);
    const title = `河堤巡查办法（会签测试${info.project.name}）`;
    const subject = `立项材料${info.project.name}`;

    await signIn('sponsor');
    await page.goto('/cases/new');
    await act(page, 'intake.proposed', {
        title, matter: 'public_policy', proposer: 'department', proposer_name: '区水务局', in_writing: true,
        main_problem: '巡查不及时。', reasons: '列入年度工作。',
        legal_basis: '《重大行政决策程序暂行条例》第三条。',
        necessity_and_feasibility: '经费有保障。', main_measures: '分段巡查。',
        documents: [paper('建议书', '建议纳入重大行政决策程序。')],
    });
    const home = new URL(page.url()).pathname;
    await act(page, 'circulation.opened', {
        subject, prepares: 'draft_version', rule_of_signing: 'everybody',
        signers: [{ turn: '1', seat: 'legal_officer', unit: 'water' },
            { turn: '2', seat: 'department_head', unit: 'water' },
            { turn: '2', seat: 'department_head', unit: 'finance' }],
        message: '请审核。',
    });
    await page.goto(`${home}/sheets`);
    await expect(sheet(page, subject)).toContainText('签署中');
    await look('sheets-opener');

    // once a day, and no more
    await sheet(page, subject).getByLabel('附言').fill('请今日办结。');
    await sheet(page, subject).getByRole('button', { name: '催办' }).click();
    await expect(done(page)).toBeVisible();
    await expect(sheet(page, subject).locator('.urgings')).toContainText('请今日办结。');
    await sheet(page, subject).getByRole('button', { name: '催办' }).click();
    await expect(page.locator('main .alert')).toContainText('今天已经催办过');

    // the legal officer signs and has second thoughts, before anybody else has acted
    await signIn('legal_water');
    await page.goto(`${home}/sheets`);
    await sheet(page, subject).getByRole('button', { name: '同意', exact: true }).click();
    await expect(done(page)).toContainText('签署意见');
    await sheet(page, subject).getByRole('button', { name: '撤回签署' }).click();
    await expect(done(page)).toContainText('撤回签署');
    await sheet(page, subject).getByRole('button', { name: '同意', exact: true }).click();
    await expect(done(page)).toContainText('签署意见');

    // the head of finance sends it back one turn; a comment must have words
    await signIn('head_finance');
    await page.goto(`${home}/sheets`);
    await sheet(page, subject).getByRole('button', { name: '不同意' }).click();
    await expect(page.locator('main .alert')).toContainText('未写明意见');
    // the refusal stands on the page of the sheets, above the same form
    await expect(page.locator('h1')).toHaveText('会签与传阅');
    await look('sheets-refused');
    const back = await unfolded(sheet(page, subject), '退回');
    await back.getByLabel('退回到').selectOption('1');
    await back.getByLabel('方式').selectOption('straight_back');
    await back.getByRole('button', { name: '退回补充材料后再行送签。' }).click();
    await expect(back.getByLabel('理由')).toHaveValue('退回补充材料后再行送签。');
    await back.getByLabel('理由').fill('请补充经费测算。');
    await back.getByRole('button', { name: '退回', exact: true }).click();
    await expect(done(page)).toContainText('退回');
    await look('sheets-returned');

    await signIn('legal_water');
    await page.goto(`${home}/sheets`);
    await expect(sheet(page, subject)).toContainText('请补充经费测算。');
    await sheet(page, subject).getByRole('button', { name: '同意，有意见' }).click();
    await expect(page.locator('main .alert')).toContainText('未写明意见');
    await sheet(page, subject).getByLabel('意见').first().fill('测算已附。');
    // what is typed is kept, and is there again on another screen
    await expect(sheet(page, subject).locator('.draft-note', { hasText: '草稿已保存' })).toBeVisible();
    await page.goto(`${home}/sheets`);
    await expect(sheet(page, subject).getByLabel('意见').first()).toHaveValue('测算已附。');
    await sheet(page, subject).getByRole('button', { name: '同意，有意见' }).click();
    await expect(done(page)).toBeVisible();

    // a head of department: from the list to the signature in two touches
    await signIn('head_water');
    await page.locator('main table').getByRole('link', { name: '签署意见' })
        .and(page.locator(`a[href="${home}/sheets"]`)).click();
    await look('sheets-head');
    await sheet(page, subject).getByRole('button', { name: '同意', exact: true }).click();
    await expect(done(page)).toContainText('签署意见');

    // from the notice to the signature in two touches, with the matter before one's eyes
    await signIn('head_finance');
    const notice = page.locator('main table').getByRole('link', { name: '签署意见' })
        .and(page.locator(`a[href="${home}/sheets"]`)).first();
    await expect(async () => {
        await page.goto('/notices');
        await expect(notice).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await notice.click();
    await expect(sheet(page, subject).locator('.summary')).toContainText('巡查不及时');
    await sheet(page, subject).getByRole('button', { name: '同意', exact: true }).click();
    await expect(sheet(page, subject)).toContainText('已同意');

    // whoever asked hears of it
    await signIn('sponsor');
    const outcome = page.locator('main table').getByRole('link', { name: '会签单已同意' })
        .and(page.locator(`a[href="${home}/sheets"]`));
    await expect(async () => {
        await page.goto('/notices');
        await expect(outcome).toBeVisible({ timeout: 1_000 });
    }).toPass();

    // a copy is sent, lies in its own box, and shows who has read it
    await signIn('sponsor');
    await page.goto(home);
    await act(page, 'circulation.copied', {
        to: [{ seat: 'department_head', unit: 'transport' }], message: '请知悉。' });
    await signIn('head_transport');
    await page.goto('/boxes/copied');
    await look('box-copied');
    await page.locator(`main table a[href="${home}/sheets"]`).click();
    await page.getByRole('button', { name: '阅知' }).click();
    await expect(done(page)).toContainText('阅知');
    await expect(page.getByText('已阅')).toBeVisible();
    await page.goto('/boxes/copied');
    await expect(page.locator(`main table a[href="${home}/sheets"]`)).toContainText('✓ 已阅');
    await look('box-copied-read');
});
