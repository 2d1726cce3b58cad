// A normative document from its project to the public's comments, as the unit, the office and the
// public see it; and the register with its lights.
import { act, fill, offered, paper, send, today } from './desk.js';
import { expect, test } from './house.js';

test('a document is proposed, approved, drafted and put to the public', async ({ page, signIn, look }, info) => {
    test.setTimeout(300_000);
    const title = `河道采砂管理办法（浏览器测试${info.project.name}）`;
    const draft = paper('草案', `第一条 规范采砂。${info.project.name}`);
    let where;
    const as = async (login, kind, body) => {
        await signIn(login);
        await page.goto(where);
        await act(page, kind, body);
    };

    await signIn('sponsor');
    await page.goto('/normative-documents');
    await look('normative-documents');
    await page.locator('.head a.button.primary').click();
    await look('document-opening');
    await act(page, 'document_project.proposed', { document_title: title, level_is: 'government',
        nature_is: 'lasting', drafting_unit: 'water', necessity: '现行办法已经不适应',
        legal_basis: [{ title: '《中华人民共和国水法》' }], existing_documents: '没有同类规定' });
    where = new URL(page.url()).pathname;
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);

    await as('office', 'document_project.approved');
    await as('sponsor', 'document_project.assessed', { touches_rights: true,
        technical: false, not_technical_reason: '只规定办理程序' });
    await act(page, 'document_project.drafted', { draft,
        explanation: paper('起草说明', '说明'), change: 'first_draft' });
    await act(page, 'document_opinions.evaluated', { necessity_and_feasibility: '必要可行',
        expected_effects: '规范采砂', report: paper('评估报告', '评估') });
    await look('document');

    // Too short a window is refused with its rule, and what was typed stays.
    const form = await offered(page, 'document_opinions.comments_opened');
    const soon = new Date(Date.parse(today()) + 2 * 86400000).toISOString().slice(0, 10);
    await fill(form, { draft, published_on: today(), open_until: soon,
        channels: ['government_site'], address: 'https://www.example.gov.cn/1' });
    await send(form);
    await expect(page.locator('main .alert').first()).toContainText('JC-62');

    await page.goto(`/normative-documents?unit=water&state=in_making`);
    await expect(page.locator('tr', { hasText: title })).toHaveCount(1);
});

test('the register tells what is in force and what expires', async ({ page, signIn, look }) => {
    await signIn('reviewer');
    await page.goto('/normative-documents?state=expiring');
    await expect(page.locator('tbody tr .light.yellow').first()).toBeVisible();
    await page.locator('tbody tr a').first().click();
    await expect(page.locator('main')).toContainText('有效期届满日');
    await look('document-in-force');
});

test('everybody reads which documents are in force', async ({ page, look }) => {
    await page.goto('/public/normative-documents');
    await look('public-documents');
    await expect(page.locator('tbody tr').first()).toBeVisible();
    await expect(page.locator('main')).not.toContainText('农村建房风貌');
});
