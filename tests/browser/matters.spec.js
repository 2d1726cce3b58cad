// A contract goes from the unit that asks to the legal office, its adviser, and back to the archive;
// the register finds it by its filters, the figures open its acts, and a register kept in a
// spreadsheet is rehearsed, mended and taken in.
import { act, offered, paper, today, unfold } from './desk.js';
import { expect, test } from './house.js';

const year = today().slice(0, 4);
const in_order = Object.fromEntries(['party_standing', 'authority', 'may_be_contract', 'content',
    'fairness', 'performance', 'guarantee', 'breach', 'secrecy', 'dispute_clause', 'procedure_kept']
    .map((question) => [question, 'in_order']));

test('a contract is advised on, signed and archived', async ({ page, signIn, look }, info) => {
    test.setTimeout(300_000);
    const title = `河道保洁服务合同（浏览器测试${info.project.name}）`;
    let where;
    const as = async (login, kind, body) => {
        await signIn(login);
        await page.goto(where);
        await act(page, kind, body);
    };

    await signIn('sponsor');
    await page.goto('/matters');
    await look('matters');
    await page.locator('.head a.button.primary').click();
    await look('matter-opening');
    await act(page, 'matter.registered', { title, legal_kind_is: 'contract', requesting_unit: 'water',
        received_on: today(), urgency_is: 'ordinary', asked_at_is: 'negotiation',
        counterparty: '某保洁公司', basis_of_amount: 'contract_price', amount: '3600000',
        materials: [paper('合同文本', '第一条 保洁范围为全部河道。')] });
    where = new URL(page.url()).pathname;
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.locator('main')).not.toContainText('公众意见');

    await as('reviewer', 'handling.assigned', { handler: '夏秀英', working_days: '10' });
    await act(page, 'handling.counsel_named', { counsel: '何志强', conflict_declared: 'none_declared' });
    await as('adviser2', 'advice.opined', { interest: 'none', form_is: 'written', conclusion_is: 'agree' });
    await as('reviewer', 'advice.contract_reviewed', { ...in_order, finding: 'pass' });
    await act(page, 'advice.letter_issued', { letter_number: `高司意〔${year}〕99号`, conclusion_is: 'agree',
        signed_by: '夏秀英', adviser_opinions_attached: true });
    await look('matter');
    await as('sponsor', 'advice.answered', { adoption_is: 'adopted' });
    await act(page, 'outcome.recorded', { result_is: 'contract_signed', happened_on: today() });
    await as('reviewer', 'outcome.closed');
    await act(page, 'outcome.archived', { archive_number: '法-99' });

    await page.goto(`/matters?kind=contract&unit=water&closed=yes&year=${year}`);
    await expect(page.locator('tr', { hasText: title })).toHaveCount(1);
    await page.goto(`/figures/LEGAL.matters?year=${year}`);
    await expect(page.locator('tr', { hasText: title })).toHaveCount(1);
    await page.goto('/cases');
    await expect(page.locator('tr', { hasText: title })).toHaveCount(0);
    await page.goto('/advisers');
    await look('advisers');
    await page.locator('a', { hasText: '何志强' }).click();
    await expect(page.locator('tr', { hasText: title })).toHaveCount(1);
    await look('adviser');
});

test('a counsel with a conflict cannot be named, and the article says why', async ({ page, signIn }) => {
    await signIn('reviewer');
    await page.goto('/matters?closed=no&kind=contract');
    const waiting = page.locator('tr', { hasText: '文物修缮施工合同' });
    await waiting.locator('a').click();
    const form = await offered(page, 'handling.counsel_named');
    await expect(form.locator('[name="f.conflict_declared"][value="has_conflict"]')).toBeDisabled();
    const article = 'a[href="/rules/GDLA-19%2F20"]';
    const why = await unfold(form.locator('details.not-now', { has: page.locator(article) }).first());
    await expect(why.locator(article).first()).toBeVisible();
});

test('a register from a spreadsheet is rehearsed first', async ({ page, signIn, look }, info) => {
    await signIn('reviewer');
    const title = `旧登记簿的合同${info.project.name}`;
    const register = (amount) => ({ name: '登记簿.csv', mimeType: 'text/csv', buffer: Buffer.from(
        `事项名称,类别,送办单位,收到日期,涉及金额,办结日期\n${title},合同,区水务局,2020年3月5日,${amount},2020-04-01\n`) });
    await page.goto('/matters/import');
    await look('matter-import');
    await page.locator('input[type=file]').setInputFiles(register('很多'));
    await page.locator('form[enctype] button').click();
    await expect(page.locator('main .alert')).toContainText('不是金额');
    await page.locator('input[type=file]').setInputFiles(register('约120万元'));
    await page.locator('form[enctype] button').click();
    await page.locator('button.primary').click();
    await expect(page.locator('.note.good[role=status]')).toBeVisible();
    await page.locator('input[type=file]').setInputFiles(register('约120万元'));
    await page.locator('form[enctype] button').click();
    await expect(page.getByText('已存在，跳过1项')).toBeVisible();
    await expect(page.locator('#h-good')).toHaveCount(0);
    await page.goto('/matters?year=2020');
    await page.locator('a', { hasText: title }).click();
    await expect(page.locator('main')).toContainText('系统外办结');
    await expect(page.locator('.timeline')).toContainText('导入');
});
