// One decision carried from the proposal to the archive, each act by the person whose task it is.
// The matter is lawfully secret: no waiting for comments of the public, so it fits into one day.
import { act, fill, offered, paper, today, sendUnchecked } from './desk.js';
import { expect, test } from './house.js';

const year = today().slice(0, 4);
const draft = paper('方案草案', '第一条 为了规范有关工作，制定本方案。\n第二条 本方案自印发之日起施行。\n');
const explanation = paper('起草说明', '说明起草的背景、依据和主要内容。\n');
const minutes = paper('会议纪要', '会议讨论通过。\n');
const own_opinion = paper('本单位法制机构审查意见', '未发现与上位法相抵触的情形。\n');
const opinion = paper('合法性审查意见书', '审查的依据、过程、结论和建议。\n');

test('a decision goes from the proposal to the archive', async ({ page, signIn, look }, info) => {
    test.setTimeout(600_000);
    const title = `区级应急物资储备布局方案（浏览器测试${info.project.name}）`;
    let where;
    let who;

    const work = async (login) => {
        if (who !== login)
            await signIn(login);
        who = login;
        if (where)
            await page.goto(where);
    };
    const done = async (login, kind, body) => {
        await work(login);
        await test.step(`${login}: ${kind}`, () => act(page, kind, body));
    };
    const adopted = async () => {
        await page.goto(`/figures?year=${year}`);
        const row = page.locator('tr', { has: page.locator('code', { hasText: /^DEC\.adopted$/ }) });
        return await row.count() === 0 ? 0 : Number(await row.locator('td').nth(1).innerText());
    };

    await work('mayor');
    const before = await adopted();

    // ---- intake
    await work('sponsor');
    await page.goto('/cases/new');
    await look('opening');
    await act(page, 'intake.proposed', {
        title, matter: 'plan', proposer: 'department', proposer_name: '区水务局', in_writing: true,
        main_problem: '现有储备点布局与灾害风险不相适应。',
        reasons: '列入区政府年度重点工作。',
        legal_basis: '《重大行政决策程序暂行条例》第三条。',
        necessity_and_feasibility: '事关公共安全，经费有保障，职责分工明确。',
        main_measures: '调整储备点，完善调拨流程。',
        documents: [paper('决策事项建议书', '建议纳入重大行政决策程序。')],
    });
    where = new URL(page.url()).pathname;
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);

    await done('office', 'intake.study_assigned', { to_unit: 'water', instruction: '请研究提出意见。' });
    await done('sponsor', 'intake.studied', { conclusion: '属于重大行政决策，条件成熟。', advises_start: true,
        documents: [paper('研究论证报告', '研究论证了必要性和可行性。')] });
    await done('office', 'intake.start_reported', { opinion: '拟同意启动。' });
    await work('mayor');
    await page.goto('/');
    await look('tasks');
    await expect(page.getByRole('row', { name: title })).toBeVisible();
    await done('mayor', 'intake.start_decided', { decided_on: today(), sponsors: ['water'], lead: 'water',
        congress: 'none', remarks: '请按程序组织拟订。' });

    // ---- drafting
    await done('sponsor', 'drafting.researched', { summary: '实地调研了五个储备点。',
        legal_basis: [{ title: '重大行政决策程序暂行条例', article: '第三条' }],
        cost_and_benefit: '经费列入部门预算，效益明显。' });
    await done('sponsor', 'drafting.assessed', { secret: true, secret_basis: '《中华人民共和国保守国家秘密法》第十三条',
        technical: false, not_technical_reason: '不涉及专门技术标准。', no_risk_reason: '不改变现有利益格局。' });
    await done('sponsor', 'drafting.versioned', { draft, explanation, options: '1', change: 'first_draft' });
    await done('sponsor', 'participation.exempted', { legal_basis: '《中华人民共和国保守国家秘密法》第十三条',
        reason: '属于依法不予公开的事项。' });

    // ---- the review cannot be left out
    await work('sponsor');
    await look('case');
    const submission = page.locator('[id="blocked-submission.filed"]');
    await submission.locator('xpath=..').locator('> summary').click();
    await submission.locator('> summary').click();
    await expect(submission).toContainText('决策草案未经合法性审查，不得提交审议');
    await expect(submission.getByRole('link', { name: /重大行政决策程序暂行条例.*第二十五条/ }).first())
        .toHaveAttribute('href', /\/rules\/R713-25\.\d/);
    await look('case-review-missing');

    await done('legal_water', 'sponsor_review.legal_opinion_given', { outcome: 'lawful', opinion: '未发现与上位法相抵触的情形。',
        document: own_opinion });
    await done('head_water', 'sponsor_review.discussed', { met_on: today(), meeting: '局长办公会议',
        present: ['林丽华', '欧文杰', '温锦添'], passed: true, summary: '同意送合法性审查。', minutes });

    // ---- legality review
    await done('sponsor', 'legality_review.filed', { draft, procedure_account: '已完成调研和集体讨论。',
        legal_basis: ['重大行政决策程序暂行条例'], own_review_opinion: own_opinion, materials: [explanation] });
    await done('reviewer', 'legality_review.accepted', { remarks: '材料齐备，予以受理。' });
    await done('reviewer', 'legality_review.advisers_asked', { advisers: ['区慧敏'], answer_by: today() });
    await done('adviser', 'legality_review.adviser_opined', { has_no_interest: true, conclusion: 'agree',
        opinion: '草案符合法定权限和程序。' });
    const findings = { within_power: true, power_finding: '属于区人民政府法定权限。', procedure_followed: true,
        procedure_finding: '符合法定程序。', content_lawful: true, content_finding: '与上位法不抵触。',
        outcome: 'lawful', author: '夏秀英', opinion };

    // Done on the first day is too soon: the page says why, and keeps what was typed.
    await work('reviewer');
    const conclusion = await offered(page, 'legality_review.concluded');
    await fill(conclusion, findings);
    await expect(conclusion.locator('[name="f.short_time_reason"]')).toHaveAttribute('required', '');
    await sendUnchecked(conclusion);
    await expect(page.locator('main .alert')).toContainText('工作日');
    await expect(page.locator('main .alert')).toBeFocused();
    await expect(page.locator('[name="f.content_finding"]')).toHaveValue(findings.content_finding);
    await look('refusal');
    await expect(conclusion.locator('[data-rows="f.points"] > button'), 'the answered form is helped too')
        .toHaveCount(await conclusion.locator('[data-rows="f.points"]').count());
    await act(page, 'legality_review.concluded', { short_time_reason: '应急物资储备事项紧急，需要在汛期前出台。' });

    // ---- submission and decision
    await done('sponsor', 'submission.filed', { request: paper('关于提请审议的请示', '提请常务会议审议。'), draft,
        explanation, legal_basis: ['重大行政决策程序暂行条例'], sponsor_minutes: minutes, legality_opinion: opinion });
    await done('office', 'submission.office_passed', { opinion: '材料齐全。' });
    await done('deputy', 'submission.deputy_approved', { opinion: '同意提交常务会议审议。' });
    await done('mayor', 'submission.placed_on_agenda', { meeting: 'executive', meeting_on: today(),
        meeting_name: '区人民政府常务会议' });
    const members = [['黄丽华', 'head'], ['莫文杰', 'deputy_head'], ['温美玲', 'deputy_head'],
        ['林翠珊', 'office_head'], ['林丽华', 'sponsor_head'], ['李卓林', 'reviewer_head'], ['欧子轩', 'recorder']];
    await done('office', 'deliberation.held', { meeting: 'executive', meeting_name: '区人民政府常务会议',
        met_on: today(), members_entitled: '3',
        present: members.map(([name, post]) => ({ name, post })), sponsor_explained: true,
        statements: [...members.slice(1, 3), members[0]].map(([name, post]) => (
            { name, post, view: 'agrees', words: '同意。' })),
        outcome: 'adopted', decision: '会议审议并通过该方案。', draft,
        minutes: paper('常务会议记录', '发言和决定的如实记录。'), recorder: '欧子轩' });
    await done('office', 'party_report.made', { reported_on: today(), reporter: '区人民政府党组', by_party_group: true,
        document: paper('请示', '请示报告。') });
    await done('office', 'party_report.answered', { answered_on: today(), answer: 'agrees', words: '原则同意。' });
    await done('mayor', 'publication.text_signed', { final_text: draft, signed_by: '黄丽华', signed_on: today(),
        document_number: `高府〔${year}〕1号` });
    await done('office', 'publication.withheld', { legal_basis: '《中华人民共和国政府信息公开条例》第十四条',
        reason: '依法确定为国家秘密，不予公开。' });

    // ---- execution and archive
    await done('office', 'execution.unit_named', { executor: 'water', tasks: '按照方案组织实施。',
        due_on: `${Number(year) + 1}-12-31` });
    await done('executor', 'execution.reported', { reported_on: today(), progress: '已完成。', quality: '符合要求。',
        effect: '储备到位。' });
    await done('executor', 'execution.completed', { completed_on: today(), result: '各项任务全面完成。' });
    await done('sponsor', 'archive.archived', { archive_number: `0058-WS·${year}-Y-1`, retention: 'permanent',
        copies_authentic: true, copies_complete: true, copies_readable: true, copies_safe: true });
    await work('sponsor');
    await expect(page.locator('.tag.closed')).toBeVisible();
    // Only a wrong number can still be put right.
    await expect(page.locator('form.act')).toHaveCount(1);
    await expect(page.locator('form.act[action$="/acts"] [name="kind"]')).toHaveValue('archive.number_corrected');
    await look('case-archived');

    // ---- it is counted, and the figure leads back to it
    await work('mayor');
    expect(await adopted()).toBe(before + 1);
    await look('figures');
    await page.locator('tr', { has: page.locator('code', { hasText: /^DEC\.adopted$/ }) })
        .getByRole('link').first().click();
    await expect(page.getByRole('link', { name: title })).toHaveAttribute('href', where);
    await look('figure');
});

test('the case list and the rules are read', async ({ page, signIn, look }) => {
    await signIn('sponsor');
    await page.goto('/cases');
    await expect(page.getByRole('row')).not.toHaveCount(0);
    await look('cases');
    await page.goto('/rules');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look('rules');
});

test('the desk is read large, in high contrast and in English', async ({ page, signIn, look }) => {
    await signIn('sponsor');
    await page.getByRole('link', { name: '长者模式' }).click();
    await page.getByRole('link', { name: '最大 30', exact: true }).click();
    await page.getByRole('link', { name: '高对比度' }).click();
    await look('tasks-large');
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', /^en/);
    await page.goto('/cases');
    await look('cases-large-english');
    await page.locator('tbody a').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look('case-large-english');
});
