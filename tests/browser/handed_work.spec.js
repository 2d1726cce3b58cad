// A task in the hands of somebody by name: handed over, prepared by a colleague, done.
import { act, offered, fill, paper, press, send } from './desk.js';
import { expect, people, test } from './house.js';

const done = (page) => page.locator('.note.good[role=status]');

/** The choice of a field whose words name a person. */
async function whoIs(form, field, name) {
    const choice = form.locator(`select[name="${field}"] option`, { hasText: name });
    return choice.first().getAttribute('value');
}

async function waits(page, title) {
    await page.goto(`/boxes/waiting?words=${encodeURIComponent(title)}`);
    return page.locator('main table').getByText(title);
}

test('a task is handed over by name, prepared by a colleague and done', async ({ page, signIn, look }, info) => {
    test.setTimeout(180_000);
    const title = `码头停靠办法（转办测试${info.project.name}）`;
    expect(people().map((one) => one.login)).toContain('office2');

    await signIn('sponsor');
    await page.goto('/cases/new');
    await act(page, 'intake.proposed', {
        title, matter: 'public_policy', proposer: 'department', proposer_name: '区水务局', in_writing: true,
        main_problem: '停靠无序。', reasons: '列入年度工作。',
        legal_basis: '《重大行政决策程序暂行条例》第三条。',
        necessity_and_feasibility: '经费有保障。', main_measures: '划定停靠区。',
        documents: [paper('建议书', '建议纳入重大行政决策程序。')],
    });
    const home = new URL(page.url()).pathname;

    // one of the two secretaries hands it to the other
    await signIn('office');
    await expect(await waits(page, title)).not.toHaveCount(0);
    await page.goto(`${home}/sheets`);
    const handing = await offered(page, 'circulation.handed_over');
    await fill(handing, {
        task: 'intake.study_assigned',
        receiver: await whoIs(handing, 'f.receiver', '欧子轩'),
        reason: '本周外出开会。',
    });
    await look('handed-work-form');
    await send(handing);
    await expect(done(page)).toContainText('转办');
    await expect(page.locator('#handed')).toContainText('本周外出开会。');
    await look('handed-work');
    await expect(await waits(page, title)).toHaveCount(0);

    // who received it asks a colleague to prepare something, and has it back
    await signIn('office2');
    await expect(await waits(page, title)).not.toHaveCount(0);
    await page.goto(`${home}/sheets`);
    const delegation = await offered(page, 'circulation.delegated');
    await fill(delegation, {
        task: 'intake.study_assigned',
        colleague: await whoIs(delegation, 'f.colleague', '林翠珊'),
        note: '请查前年的停靠数据。',
    });
    await send(delegation);
    await expect(done(page)).toContainText('委派');

    await signIn('office');
    await expect(await waits(page, title)).not.toHaveCount(0);
    await page.goto(`${home}/sheets`);
    const answer = await offered(page, 'circulation.delegation_answered');
    await fill(answer, { answer: '前年停靠一千二百艘次。' });
    await send(answer);
    await expect(done(page)).toContainText('答复委派');

    await signIn('office2');
    await page.goto(home);
    const assigning = await offered(page, 'intake.study_assigned');
    await expect(assigning).toContainText('前年停靠一千二百艘次。');
    await look('handed-work-prepared');
    await act(page, 'intake.study_assigned', { to_unit: 'water', instruction: '请研究提出意见。' });

    // with the act the handing is over
    await page.goto(`${home}/sheets`);
    await expect(page.locator('#handed')).toContainText('已结束');
});

test('own phrases stand beside the field for a reason', async ({ page, signIn, look }, info) => {
    const phrase = `请按程序办理${info.project.name}`;
    await signIn('office');
    await page.goto('/account');
    const form = page.locator('form[action="/account/phrases"]');
    await form.locator('textarea').fill(phrase);
    await press(form.locator('button'));
    await page.goto('/account');
    await expect(form.locator('textarea')).toHaveValue(new RegExp(`^${phrase}\\s*$`));
    await look('phrases');

    // one touch writes it
    await page.goto('/boxes/waiting?sort=newest');
    await press(page.locator('main table a[href^="/cases/"]').first());
    await page.goto(`${new URL(page.url()).pathname.replace(/(\/cases\/\d+).*/, '$1')}/sheets`);
    const handing = await offered(page, 'circulation.handed_over');
    await handing.getByRole('button', { name: phrase }).click();
    await expect(handing.locator('[name="f.reason"]')).toHaveValue(phrase);
});
