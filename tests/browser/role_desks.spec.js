// The desks of the adviser, the reviewer and the secretary: one matter, from the file that comes
// for review to the minutes of the meeting. It is lawfully secret, so it fits into one day.
import { act, fill, offered, paper, today, sendUnchecked } from './desk.js';
import { expect, test } from './house.js';

const draft = paper('方案草案', '第一条 为了规范有关工作，制定本方案。\n第二条 本方案自印发之日起施行。\n');
const explanation = paper('起草说明', '说明起草的背景、依据和主要内容。\n');
const minutes = paper('会议纪要', '会议讨论通过。\n');
const own_opinion = paper('本单位法制机构审查意见', '未发现与上位法相抵触的情形。\n');
const opinion = paper('合法性审查意见书', '审查的依据、过程、结论和建议。\n');

/** Carries a matter to the reviewer's table; gives back how its acts are done. */
async function matterUnderWay(page, signIn, title) {
    let where;
    let who;
    const work = async (login, below = '') => {
        if (who !== login)
            await signIn(login);
        who = login;
        await page.goto(where ? where + below : '/cases/new');
    };
    const done = async (login, kind, body, below) => {
        await work(login, below);
        await test.step(`${login}: ${kind}`, () => act(page, kind, body));
    };
    await done('sponsor', 'intake.proposed', { title, matter: 'plan', proposer: 'department', proposer_name: '区水务局',
        in_writing: true, main_problem: '现有储备点布局不合理。', reasons: '年度重点工作。',
        legal_basis: '《重大行政决策程序暂行条例》第三条。', necessity_and_feasibility: '必要可行。',
        main_measures: '调整储备点。', documents: [paper('决策事项建议书', '建议纳入。')] });
    where = new URL(page.url()).pathname;
    await done('office', 'intake.study_assigned', { to_unit: 'water', instruction: '请研究提出意见。' });
    await done('sponsor', 'intake.studied', { conclusion: '条件成熟。', advises_start: true,
        documents: [paper('研究论证报告', '研究论证了必要性和可行性。')] });
    await done('office', 'intake.start_reported', { opinion: '拟同意启动。' });
    await done('mayor', 'intake.start_decided', { decided_on: today(), sponsors: ['water'], lead: 'water',
        congress: 'none' });
    await done('sponsor', 'drafting.researched', { summary: '实地调研了五个储备点。',
        legal_basis: [{ title: '重大行政决策程序暂行条例', article: '第三条' }], cost_and_benefit: '效益明显。' });
    await done('sponsor', 'drafting.assessed', { secret: true, secret_basis: '《中华人民共和国保守国家秘密法》第十三条',
        technical: false, not_technical_reason: '不涉及专门技术标准。', no_risk_reason: '不改变现有利益格局。' });
    await done('sponsor', 'drafting.versioned', { draft, explanation, options: '1', change: 'first_draft' });
    await done('sponsor', 'participation.exempted', { legal_basis: '《中华人民共和国保守国家秘密法》第十三条',
        reason: '属于依法不予公开的事项。' });
    await done('legal_water', 'sponsor_review.legal_opinion_given', { outcome: 'lawful', opinion: '未发现抵触。',
        document: own_opinion });
    await done('head_water', 'sponsor_review.discussed', { met_on: today(), meeting: '局长办公会议',
        present: ['林丽华', '欧文杰', '温锦添'], passed: true, summary: '同意送合法性审查。', minutes });
    await done('sponsor', 'legality_review.filed', { draft, procedure_account: '已完成调研和集体讨论。',
        legal_basis: ['重大行政决策程序暂行条例'], own_review_opinion: own_opinion, materials: [explanation] });
    return { work, done, home: where };
}

test('reviewer, adviser and secretary each work at a desk of their own', async ({ page, signIn, look }, info) => {
    test.setTimeout(600_000);
    const title = `区级储备粮布局方案（工作台测试${info.project.name}）`;
    const { work, done, home } = await matterUnderWay(page, signIn, title);
    const row = (words) => page.locator('main tr', { hasText: words }).first();

    // ---- the reviewer: is the file complete?
    await work('reviewer');
    await page.goto(`/?words=${encodeURIComponent(title)}`);
    await page.getByRole('link', { name: '受理送审材料' }).click();
    await expect(page).toHaveURL(`${home}/review`);
    await expect(row('公众参与')).toContainText('已完成');
    await expect(row('公众参与').getByRole('link')).toHaveAttribute('href', /\/rules\/R713-14\.1/);
    await expect(row('风险评估')).toContainText('本事项不需要');
    await expect(page.locator('main .documents').getByRole('link', { name: '方案草案.txt' }).first()).toBeVisible();
    await look('review-desk-file');
    await act(page, 'legality_review.accepted', { remarks: '材料齐备，予以受理。' });
    await page.goto(`${home}/review`);
    await act(page, 'legality_review.advisers_asked', { advisers: ['区慧敏'], answer_by: today() });
    await page.goto(`${home}/review`);
    await expect(row('区慧敏')).toContainText('等待答复');
    await expect(page.locator('#h-clock ~ .lights a').first()).toHaveAttribute('href', /\/limits\/review_/);

    // ---- the adviser: interest first, then the opinion beside the draft
    await work('adviser');
    await page.goto(`/?words=${encodeURIComponent(title)}`);
    await page.getByRole('link', { name: '出具法律顾问意见' }).click();
    await expect(page).toHaveURL(`${home}/advice`);
    await expect(page.locator('main .note')).toContainText('邀请您出具意见');
    await expect(page.locator('input[value="legality_review.adviser_opined"]')).toHaveCount(0);
    await look('advice-desk-interest');
    await page.getByRole('button', { name: '无直接利害关系，出具意见' }).click();
    await expect(page.locator('.read-beside')).toContainText('本方案自印发之日起施行');
    await expect(page.locator('[name="f.has_no_interest"][value="true"]')).toBeChecked();
    await expect(page.locator('.signature')).toContainText('区慧敏');
    await look('advice-desk-opinion');
    await act(page, 'legality_review.adviser_opined', { conclusion: 'agree_after_changes',
        points: [{ point: '第二条宜写明施行日期。', weight: 'suggestion', article: '第二条' }],
        opinion: '草案符合法定权限和程序。' });
    await expect(page).toHaveURL(/\/advice/);
    await expect(page.locator('#drafts')).toContainText('区慧敏');
    await expect(page.locator('#drafts')).toContainText('草案此后没有改动');

    // ---- the reviewer: three findings in one form; what the law refuses comes back with the text
    await work('reviewer', '/review');
    await expect(row('区慧敏')).toContainText('已答复');
    const findings = { within_power: true, power_finding: '属于区人民政府法定权限。', procedure_followed: true,
        procedure_finding: '符合法定程序。', content_lawful: true, content_finding: '与上位法不抵触。',
        outcome: 'lawful', author: '夏秀英', opinion };
    const conclusion = await offered(page, 'legality_review.concluded');
    await look('review-desk-conclusion');
    await fill(conclusion, findings);
    await sendUnchecked(conclusion);
    await expect(page.locator('main .alert')).toContainText('工作日');
    await expect(page.locator('[name="f.content_finding"]')).toHaveValue(findings.content_finding);
    await act(page, 'legality_review.concluded', { short_time_reason: '需要在汛期前出台。' });
    await expect(page).toHaveURL(/\/review/); // though the form came back on another page
    await expect(page.locator('main .note.good').last()).toContainText('合法');
    const letter = page.locator('.papers').getByRole('link', { name: '合法性审查意见书' });
    expect((await (await page.request.get(await letter.getAttribute('href'))).body()).subarray(0, 5).toString())
        .toBe('%PDF-');
    await look('review-desk-concluded');

    // ---- on the way to the meeting
    await done('sponsor', 'submission.filed', { request: paper('关于提请审议的请示', '提请常务会议审议。'), draft,
        explanation, legal_basis: ['重大行政决策程序暂行条例'], sponsor_minutes: minutes, legality_opinion: opinion });
    await done('office', 'submission.office_passed', { opinion: '材料齐全。' });
    await done('deputy', 'submission.deputy_approved', { opinion: '同意提交常务会议审议。' });
    await done('mayor', 'submission.placed_on_agenda', { meeting: 'executive', meeting_on: today(),
        meeting_name: '区人民政府常务会议' });

    // ---- the secretary: the agenda, and the record of the meeting
    await work('office');
    await page.getByRole('link', { name: '会议议程' }).first().click();
    const meeting = page.locator('main section', { hasText: title });
    await expect(meeting.getByRole('heading', { level: 2 })).toContainText('常务会议');
    await expect(meeting.getByRole('heading', { level: 2 })).toContainText('今天');
    await look('meetings');
    await row(title).getByRole('link', { name: '登记会议讨论和决定' }).click();
    await expect(page).toHaveURL(`${home}/meeting`);
    const record = await offered(page, 'deliberation.held');
    const speakers = record.locator('[data-rows="f.statements"] > .line-of-rows');
    const named = async () => {
        const names = [];
        for (const one of await speakers.all())
            names.push([one, await one.locator('[name$=".name"]').inputValue()]);
        return names.filter(([, name]) => name);
    };
    // Who attended last time is filled in; whoever was absent goes, and speaks no more.
    const before = await named();
    expect(before).not.toHaveLength(0);
    await look('meeting-record');
    const absent = before.length > 1 ? before[0][1] : ''; // somebody has to be left
    for (const one of await record.locator('[data-rows="f.present"] > .line-of-rows').all())
        if (absent && await one.locator('[name$=".name"]').inputValue() === absent) {
            await one.getByRole('button', { name: '未到会' }).click();
            break;
        }
    expect(await named()).toHaveLength(absent ? before.length - 1 : 1);
    // One touch, by the keyboard, enters that nobody objected; what was chosen before stays.
    const all_agree = record.getByRole('button', { name: '全部同意' });
    const said = record.locator('[data-rows="f.statements"] > .all-or-none [role=status]');
    await all_agree.press('Enter');
    await expect(said).toContainText('填写“同意”');
    for (const [one] of await named())
        await expect(one.locator('[name$=".view"]')).toHaveValue('agrees');
    const first_view = (await named())[0][0].locator('[name$=".view"]');
    await first_view.selectOption('disagrees');
    await all_agree.press('Enter');
    await expect(said).toContainText('没有尚未选择');
    await expect(first_view).toHaveValue('disagrees');
    await first_view.selectOption('agrees');
    await expect(record.locator('[name="f.statements[1999].view"]:checked')).toHaveCount(0); // speaks last
    // Name, post, view, words: in the order of the tab key.
    await speakers.first().locator('[name$=".name"]').focus();
    for (const last of ['.post', '.view', '.words']) {
        await page.keyboard.press('Tab');
        expect(await page.evaluate(() => document.activeElement.name)).toMatch(new RegExp(`\\${last}$`));
    }
    await record.locator('[name="f.statements[1999].view"][value="agrees"]').check();
    await record.locator('[name="f.statements[1999].words"]').fill('根据大家的意见，同意。');
    await act(page, 'deliberation.held', { sponsor_explained: true, outcome: 'adopted',
        decision: '会议审议并通过该方案。', minutes: paper('常务会议记录', '发言和决定的如实记录。') });
    await expect(page).toHaveURL(/\/meeting/);
    await expect(page.locator('main .documents')).toContainText('通过');
    await expect(page.locator('.papers').getByRole('link', { name: '会议纪要' })).toBeVisible();
    await look('meeting-recorded');
    await page.goto('/meetings');
    const recorded = page.locator('section[aria-labelledby=h-recorded]');
    await expect(recorded.locator('tr', { hasText: title })).toHaveCount(1);
    await expect(page.locator('main tr', { hasText: title })).toHaveCount(1); // and on no agenda
});

test('a desk is for those whose work it is', async ({ page, signIn }) => {
    await signIn('executor');
    expect((await page.request.get('/meetings')).status()).toBe(403);
    await expect(page.getByRole('link', { name: '会议议程' })).toHaveCount(0);
    await signIn('sponsor');
    expect((await page.request.get('/cases/987654/review')).status()).toBe(404);
});
